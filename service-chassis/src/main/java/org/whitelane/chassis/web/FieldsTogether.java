package org.whitelane.chassis.web;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;

/** Asks the rule of a record that is {@link Together}. */
final class FieldsTogether {

    private FieldsTogether() {}

    static void check(Class<?> type, @Nullable Object[] values, String pointer, Faults faults) {
        var rule = type.getAnnotation(Together.class);
        if (rule == null) {
            return;
        }
        RecordComponent[] components = type.getRecordComponents();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < components.length; i++) {
            fields.put(components[i].getName(), values[i]);
        }
        for (var fault : BeanUtils.instantiateClass(rule.value()).faults(fields)) {
            var place = pointer + fault.pointer();
            if (!faults.touch(place)) {
                faults.add(place, fault.code(), fault.detail());
            }
        }
    }
}
