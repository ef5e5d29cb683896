import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** As much of JSON as these events are made of; written as RFC 8785 says. */
final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object read(String text) {
        var json = new Json(text);
        var value = json.value();
        json.blank();
        return json.at == text.length() ? value : json.fail();
    }

    private Object value() {
        blank();
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        var members = new HashMap<String, Object>();
        for (at++, blank(); !take('}'); blank()) {
            if (!members.isEmpty() && !take(',')) {
                fail();
            }
            blank();
            var name = string();
            blank();
            if (!take(':') || members.containsKey(name)) {
                fail();
            }
            members.put(name, value());
        }
        return members;
    }

    private List<Object> array() {
        var items = new ArrayList<>();
        for (at++, blank(); !take(']'); blank()) {
            if (!items.isEmpty() && !take(',')) {
                fail();
            }
            items.add(value());
        }
        return items;
    }

    private String string() {
        if (!take('"')) {
            fail();
        }
        var out = new StringBuilder();
        while (!take('"')) {
            var c = text.charAt(at++);
            out.append(c == '\\' ? escaped() : c);
        }
        return out.toString();
    }

    private char escaped() {
        var c = text.charAt(at++);
        if (c == 'u') {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        var place = "\"\\/bfnrt".indexOf(c);
        return place < 0 ? (char) fail() : "\"\\/\b\f\n\r\t".charAt(place);
    }

    private Long number() {
        var from = at;
        while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return Long.valueOf(text.substring(from, at));
    }

    private Object word(String word, Object value) {
        at += word.length();
        return text.startsWith(word, at - word.length()) ? value : fail();
    }

    private void blank() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean take(char c) {
        var there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private Object fail() {
        throw new IllegalArgumentException("at character " + at);
    }

    /** Members sorted, no white space, the shortest escapes; what is absent stays absent. */
    static String canonical(Object json) {
        return switch (json) {
            case Map<?, ?> members -> {
                var sorted = new TreeMap<String, String>();
                members.forEach((name, value) -> sorted.put((String) name, canonical(value)));
                var parts =
                        sorted.entrySet().stream()
                                .map(m -> quoted(m.getKey()) + ":" + m.getValue());
                yield "{" + String.join(",", parts.toList()) + "}";
            }
            case List<?> items ->
                    "[" + String.join(",", items.stream().map(Json::canonical).toList()) + "]";
            case String text -> quoted(text);
            case null, default -> String.valueOf(json);
        };
    }

    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (var c : text.toCharArray()) {
            var place = "\"\\\b\f\n\r\t".indexOf(c);
            if (place >= 0) {
                out.append('\\').append("\"\\bfnrt".charAt(place));
            } else if (c < ' ') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
