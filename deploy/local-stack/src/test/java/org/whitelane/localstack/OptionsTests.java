package org.whitelane.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.whitelane.embedded.Ports;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

class OptionsTests {

    private static final Path HOME = Path.of("/project");

    @Test
    void playsTheStoryAndStaysByDefault() {
        var options = parse();
        assertThat(options.story()).isTrue();
        assertThat(options.exit()).isFalse();
        assertThat(options.dataDirectory()).isEqualTo(HOME.resolve("data"));
        assertThat(options.ports().url(Port.GATEWAY)).isEqualTo("http://127.0.0.1:8080");
    }

    @Test
    void letsOnePortRefineTheBaseWhereverItStands() {
        var ports = parse("--gateway-port", "9999", "--port-base", "21000").ports();
        assertThat(ports.of(Port.GATEWAY)).isEqualTo(9999);
        assertThat(ports.of(Port.REGISTRY)).isEqualTo(21001);
        assertThat(ports.of(Port.POSTGRES)).isEqualTo(21009);
    }

    @Test
    void namesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> parse("--rest")).hasMessageContaining("Unknown option --rest");
        assertThatThrownBy(() -> parse("--data-dir")).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> parse("--smtp-port", "70000")).hasMessageContaining("70000");
        assertThatThrownBy(() -> parse("--smtp-port", "x")).hasMessageContaining("not x");
        assertThatThrownBy(() -> parse("--port-base", "65530")).hasMessageContaining("--port-base");
    }

    @Test
    void namesATakenPortWithTheOptionThatMovesIt() throws Exception {
        int base = Ports.free();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = PortPlan.usual().from(base).with(Port.SMTP, taken.getLocalPort());
            assertThat(ports.obstacles())
                    .anySatisfy(
                            text ->
                                    assertThat(text)
                                            .contains(
                                                    "Port " + taken.getLocalPort(), "--smtp-port"));
        }
    }

    @Test
    void refusesOnePortForTwoParts() {
        int free = Ports.free();
        var ports = PortPlan.usual().from(free).with(Port.SMTP, free);
        assertThat(ports.obstacles())
                .anySatisfy(text -> assertThat(text).contains("the gateway", "the mail server"));
    }

    @Test
    void documentsEveryPortOption() {
        for (Port port : Port.values()) {
            assertThat(Options.helpText()).contains(port.option());
        }
    }

    @Test
    void understandsAndDocumentsEveryWish() {
        assertThat(
                        parse(
                                        "--exit",
                                        "--reset",
                                        "--republish",
                                        "--rotate-checkpoint-keys",
                                        "--no-story",
                                        "-h")
                                .wishes())
                .containsExactlyInAnyOrder(Options.Wish.values());
        assertThat(parse("--republish").republish()).isTrue();
        assertThat(parse("--reset").republish()).isFalse();
        assertThat(parse("--rotate-checkpoint-keys").rotateCheckpointKeys()).isTrue();
        assertThat(Options.helpText())
                .contains("--exit", "--reset", "--republish", "--rotate-checkpoint-keys")
                .contains("--no-story", "--help");
    }

    @Test
    void spellsPropertiesAsSpringReadsThemFromTheEnvironment() {
        assertThat(Environment.variable("whitelane.security.issuers[0].key-set-uri"))
                .isEqualTo("WHITELANE_SECURITY_ISSUERS_0_KEYSETURI");
    }

    private static Options parse(String... arguments) {
        return Options.parse(HOME, List.of(arguments));
    }
}
