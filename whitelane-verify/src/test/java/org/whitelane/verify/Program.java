package org.whitelane.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program as its user sees it: words in, a line and a number out. */
record Program(Map<String, String> environment) {

    Program() {
        this(Map.of());
    }

    Result run(Object... words) {
        var lines = new ArrayList<String>();
        var program = new WhitelaneVerify(environment::get, lines::add);
        int code = program.run(List.of(words).stream().map(Object::toString).toList());
        return new Result(code, String.join("\n", lines));
    }

    record Result(int code, String said) {

        Result holds(String... parts) {
            return says(0, parts);
        }

        Result isBroken(String... parts) {
            return says(1, parts);
        }

        Result isUnusable(String... parts) {
            return says(2, parts);
        }

        private Result says(int expected, String... parts) {
            System.out.println(code + " " + said);
            assertThat(said).contains(parts);
            assertThat(code).as(said).isEqualTo(expected);
            return this;
        }
    }
}
