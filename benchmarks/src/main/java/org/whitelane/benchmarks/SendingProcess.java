package org.whitelane.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.whitelane.localstack.jvm.JavaProgram;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A side's process, seen from the one that measures. */
final class SendingProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter orders;

    private SendingProcess(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        this.orders = new PrintWriter(process.outputWriter(UTF_8), true);
    }

    /** Returns when it is ready. */
    static SendingProcess start(
            Class<?> main, List<String> arguments, Map<String, String> environment, Path log)
            throws IOException {
        var program =
                JavaProgram.ofClass(
                        System.getProperty("java.class.path"), main.getName(), arguments);
        var builder =
                new ProcessBuilder(program.command(List.of("-Dlog.level=error")))
                        .redirectError(log.toFile());
        builder.environment().putAll(environment);
        var started = new SendingProcess(builder.start());
        try {
            started.await("ready");
            return started;
        } catch (IOException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Returns when all is sent, which is not yet when all has arrived. */
    void send(String prefix, int count, int rate) throws IOException {
        orders.printf("send %s %d %d%n", prefix, count, rate);
        await("sent");
    }

    /** When each event of the last block became a fact. */
    Map<String, Long> stamps() throws IOException {
        orders.println("stamps");
        var stamps = new HashMap<String, Long>();
        for (String answer = next(); !answer.equals("end"); answer = next()) {
            String[] words = answer.split(" ");
            stamps.put(words[0], Long.parseLong(words[1]));
        }
        return stamps;
    }

    private void await(String wanted) throws IOException {
        String answer = next();
        if (!answer.equals(wanted)) {
            throw new IOException("expected %s, not %s".formatted(wanted, answer));
        }
    }

    private String next() throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(SendingLoop.MARK)) {
                return line.substring(SendingLoop.MARK.length());
            }
            System.err.println(line);
        }
        throw new IOException("the sending process has ended");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
