package org.whitelane.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/** The steps of {@code docs/operations.md}, read out of the document itself. */
final class Runbook {

    private static final Pattern MARK = Pattern.compile("<!-- (fault|suite): ([a-z-]+) -->");

    private Runbook() {}

    sealed interface Step {
        /** Makes the fault that the section is about. */
        record Fault(String name) implements Step {}

        /** Stops or starts the suite. */
        record Power(String name) implements Step {}

        /**
         * @param expected lines that it must print, {@code …} for anything
         */
        record Block(String heading, String script, List<String> expected) implements Step {}
    }

    static List<Step> read(Path document) throws IOException {
        var steps = new ArrayList<Step>();
        var heading = "";
        var lines = Files.readAllLines(document).iterator();
        while (lines.hasNext()) {
            var line = lines.next();
            var mark = MARK.matcher(line);
            if (line.startsWith("#")) {
                heading = line;
            } else if (mark.matches()) {
                steps.add(
                        mark.group(1).equals("fault")
                                ? new Step.Fault(mark.group(2))
                                : new Step.Power(mark.group(2)));
            } else if (line.equals("```bash")) {
                steps.add(new Step.Block(heading, String.join("\n", rest(lines)), List.of()));
            } else if (line.equals("```text")) {
                var block = (Step.Block) steps.removeLast();
                steps.add(new Step.Block(block.heading(), block.script(), rest(lines)));
            }
        }
        return steps;
    }

    private static List<String> rest(Iterator<String> lines) {
        var block = new ArrayList<String>();
        for (var line = lines.next(); !line.equals("```"); line = lines.next()) {
            block.add(line);
        }
        return block;
    }

    /** Whether one of the printed lines is the expected one. */
    static Pattern pattern(String expected) {
        var parts = expected.strip().split("…", -1);
        var regex = new StringBuilder("(?m)^\\s*");
        for (int i = 0; i < parts.length; i++) {
            regex.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
        }
        return Pattern.compile(regex.append(",?\\s*$").toString());
    }
}
