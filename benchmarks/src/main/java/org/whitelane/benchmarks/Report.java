package org.whitelane.benchmarks;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The figures of one benchmark.
 *
 * @param rows each as long as the columns
 * @param samples everything the rows were computed from
 */
record Report(
        String name,
        String setting,
        List<String> columns,
        List<List<String>> rows,
        Object samples) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    String markdown(Machine before, Machine after) {
        var text = new StringBuilder();
        text.append("## ").append(name).append("\n\n").append(setting).append("\n\n");
        text.append("Begun ").append(before).append("; ended with load average ");
        text.append(after.load()).append(".\n\n");
        line(text, columns);
        line(text, columns.stream().map(_ -> "---").toList());
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    void write(Path folder, Machine before, Machine after) throws IOException {
        Files.createDirectories(folder);
        var content =
                Map.of(
                        "name", name, "setting", setting, "before", before, "after", after,
                        "columns", columns, "rows", rows, "samples", samples);
        Files.write(folder.resolve(name + ".json"), JSON.writeValueAsBytes(content));
        Files.writeString(folder.resolve(name + ".md"), markdown(before, after));
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
