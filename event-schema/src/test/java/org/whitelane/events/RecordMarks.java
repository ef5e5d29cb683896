package org.whitelane.events;

import java.lang.reflect.ParameterizedType;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whom the records say each field is for, by path; of one that says it not, "nobody". */
final class RecordMarks {

    private RecordMarks() {}

    static Map<String, String> of(Class<?> record) {
        var marks = new LinkedHashMap<String, String>();
        add(record, "", marks);
        return marks;
    }

    private static void add(Class<?> record, String path, Map<String, String> marks) {
        for (var component : record.getRecordComponents()) {
            var place = path + "/" + component.getName();
            var mark = component.getAnnotation(For.class);
            marks.put(place, mark == null ? "nobody" : mark.value().code());
            if (component.getGenericType() instanceof ParameterizedType list) {
                addShape(list.getActualTypeArguments()[0], place + "/*", marks);
            } else {
                addShape(component.getGenericType(), place, marks);
            }
        }
    }

    private static void addShape(
            java.lang.reflect.Type type, String path, Map<String, String> marks) {
        if (type instanceof Class<?> shape && shape.isRecord()) {
            add(shape, path, marks);
        }
    }
}
