package org.whitelane.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One terminal: what a block defines, the next one finds. */
final class Shell implements AutoCloseable {

    private static final String END = "@@@ end of block ";

    private final Process bash;
    private final Writer input;
    private final BufferedReader output;

    Shell(Path directory, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder("bash").redirectErrorStream(true);
        builder.directory(directory.toFile());
        builder.environment().putAll(environment);
        bash = builder.start();
        input = bash.outputWriter(StandardCharsets.UTF_8);
        output =
                new BufferedReader(
                        new InputStreamReader(bash.getInputStream(), StandardCharsets.UTF_8));
    }

    record Result(int exitCode, String output) {}

    Result run(String script) throws IOException {
        input.write("{\n" + script + "\n} < /dev/null\necho \"" + END + "$?\"\n");
        input.flush();
        var printed = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            int end = line.indexOf(END);
            if (end >= 0) {
                printed.append(line, 0, end);
                return new Result(
                        Integer.parseInt(line.substring(end + END.length())), printed.toString());
            }
            printed.append(line).append('\n');
        }
        throw new IOException("bash ended:\n" + printed);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        input.close();
        if (!bash.waitFor(5, TimeUnit.SECONDS)) {
            bash.descendants().forEach(ProcessHandle::destroyForcibly);
            bash.destroyForcibly();
        }
    }
}
