package org.whitelane.whitelist.scheme;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Finding;

import tools.jackson.databind.JsonNode;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Holds a file against the records: every field is there and of its type, what is not known is
 * written null, and nothing else stands in it. In the rows of a list a field that does not apply
 * may be left out.
 */
final class SchemeShape {

    private final List<Finding> faults;

    private SchemeShape(List<Finding> faults) {
        this.faults = faults;
    }

    static void check(JsonNode tree, List<Finding> faults) {
        new SchemeShape(faults).record(PilotScheme.class, tree, "", false);
    }

    private void record(Class<?> type, JsonNode node, String at, boolean row) {
        if (!node.isObject()) {
            faults.add(new Finding(at, "wrong-type", "should be an object"));
            return;
        }
        var known = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            known.add(component.getName());
            var pointer = at + "/" + component.getName();
            field(component, node.get(component.getName()), pointer, row);
        }
        for (var field : node.propertyNames()) {
            if (!known.contains(field)) {
                faults.add(new Finding(at + "/" + field, "unknown-field", "no scheme has it"));
            }
        }
    }

    private void field(RecordComponent component, @Nullable JsonNode node, String at, boolean row) {
        var nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (node == null) {
            if (!row || !nullable) {
                faults.add(new Finding(at, "missing", "write null for what is not known"));
            }
        } else if (node.isNull()) {
            if (!nullable) {
                faults.add(new Finding(at, "required", "no scheme works without it"));
            }
        } else {
            value(component.getGenericType(), node, at);
        }
    }

    private void value(Type type, JsonNode node, String at) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            var element = (Class<?>) arguments[arguments.length - 1];
            if (generic.getRawType() == Map.class) {
                fields(element, node, at);
            } else {
                rows(element, node, at);
            }
        } else {
            single((Class<?>) type, node, at, false);
        }
    }

    /** Steps by name, one whose limit is not known being null; and sources. */
    private void fields(Class<?> element, JsonNode node, String at) {
        if (!node.isObject()) {
            faults.add(new Finding(at, "wrong-type", "should be an object"));
            return;
        }
        for (var name : node.propertyNames()) {
            var value = node.get(name);
            var pointer = at + "/" + name.replace("~", "~0").replace("/", "~1");
            if (!value.isNull() || element == String.class) {
                single(element, value, pointer, true);
            }
        }
    }

    private void rows(Class<?> element, JsonNode node, String at) {
        if (!node.isArray()) {
            faults.add(new Finding(at, "wrong-type", "should be a list"));
            return;
        }
        for (var i = 0; i < node.size(); i++) {
            single(element, node.get(i), at + "/" + i, true);
        }
    }

    private void single(Class<?> type, JsonNode node, String at, boolean row) {
        if (type.isRecord() && !node.isNull()) {
            record(type, node, at, row);
        } else {
            var fault = SchemeScalars.fault(type, node, at);
            if (fault != null) {
                faults.add(new Finding(at, "wrong-type", fault));
            }
        }
    }
}
