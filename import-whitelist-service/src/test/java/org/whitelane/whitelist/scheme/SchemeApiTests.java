package org.whitelane.whitelist.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Fixtures.tianjin;
import static org.whitelane.whitelist.support.Fixtures.tianjinFile;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.whitelane.events.SchemeEvent.SchemeVersionActivated;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Race;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Table;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

class SchemeApiTests extends ServiceTestBase {

    private final Officer registrar = new Officer("registrar", null, Set.of("REGISTRAR"));

    @Autowired SchemeService schemes;

    @Test
    void showsTheSchemeToEverybody() {
        var view = api.get(null, "/schemes/TJ-2022").expect(200).body();

        assertThat(view.path("scheme").path("governance").path("lead").asString()).isEqualTo("MPA");
        assertThat(view.path("notKnown").valueStream())
                .extracting(pointer -> pointer.asString())
                .contains("/effects/entryValidityMonths", "/admission/exclusions");
        assertThat(view.path("members").propertyNames()).contains("CUSTOMS");
        assertThat(
                        api.get(null, "/schemes")
                                .expect(200)
                                .body()
                                .path("items")
                                .valueStream()
                                .map(scheme -> scheme.path("code").asString()))
                .contains("BJ-2022", "TJ-2022");
        assertThat(api.get(null, "/schemes/XX-2000").status()).isEqualTo(404);
    }

    /** Nobody knows who would decide: the scheme is shown, and takes nothing in. */
    @Test
    void takesNoRequestUnderASchemeOfWhichTooLittleIsKnown() {
        var applicant = table.enterprise("示例乙（虚构）");
        var view = api.get(null, "/schemes/SD-2024").expect(200).body();
        assertThat(view.path("lacking").valueStream().map(JsonNode::asString))
                .containsExactly("/governance/lead", "/governance/intake");
        assertThat(view.path("office").isNull()).isTrue();

        var refused =
                api.draft(
                        applicant,
                        Table.draftUnder("SD-2024", Table.article("Dextran", "9004-54-0")));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("scheme-incomplete");
        assertThat(refused.text("detail")).contains("SD-2024 version 1", "/governance/lead");
    }

    @Test
    void activatesAVersionOnce() {
        schemes.activate(tianjin(), registrar);

        await().untilAsserted(() -> assertThat(events.of("TJ-2022")).isNotEmpty());
        assertThat(events.of("TJ-2022"))
                .singleElement()
                .isInstanceOfSatisfying(
                        SchemeVersionActivated.class,
                        activated -> assertThat(activated.effectiveTo()).isNull());
    }

    @Test
    void activatesOnceWhenTwoInstancesStart() {
        var scheme = SchemeFile.read("x", tianjinFile().replace("\"TJ-2022\"", "\"XX-2022\""));

        var started =
                Race.run(
                        () -> {
                            schemes.activate(scheme, registrar);
                            return true;
                        },
                        () -> {
                            schemes.activate(scheme, registrar);
                            return true;
                        });

        assertThat(started).containsExactly(true, true);
        await().untilAsserted(() -> assertThat(events.of("XX-2022")).hasSize(1));
    }

    @Test
    void refusesOtherContentUnderTheSameVersion() {
        var other = SchemeFile.read("x", tianjinFile().replace("\"amount\": 45", "\"amount\": 44"));

        assertThat(schemes.activate(other, registrar))
                .isInstanceOfSatisfying(
                        Activation.OtherContent.class,
                        refused -> assertThat(refused.detail()).contains("TJ-2022 version 1"));
        var answer =
                api.post(registrar, "/schemes", content(tianjinFile().replace(": 45", ": 44")));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("scheme-version-taken");
    }

    @Test
    void loadsASchemeThatARegistrarSends() {
        var file = tianjinFile().replace("\"TJ-2022\"", "\"XV-2026\"");

        var tried = api.post(registrar, "/schemes/validation", content(file)).expect(200);
        assertThat(tried.text("code")).isEqualTo("XV-2026");
        assertThat(api.get(null, "/schemes/XV-2026").status()).isEqualTo(404);

        var loaded = api.post(registrar, "/schemes", content(file)).expect(201);
        assertThat(loaded.body().path("lacking")).isEmpty();
        assertThat(loaded.body().path("notKnown")).isNotEmpty();
        api.get(null, "/schemes/XV-2026").expect(200);
        api.post(registrar, "/schemes", content(file)).expect(201);
        await().untilAsserted(() -> assertThat(events.of("XV-2026")).hasSize(1));
        assertThat(api.post(table.office(), "/schemes", content(file)).status()).isEqualTo(403);
    }

    @Test
    void tellsEveryFaultOfAFileWithItsLine() {
        var file =
                tianjinFile()
                        .replace("\"lead\": \"MPA\"", "\"lead\": \"CUSTOMS\"")
                        .replace("\"amount\": 45", "\"amount\": 0");

        var refused = api.post(registrar, "/schemes", content(file));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("scheme-file-refused");
        assertThat(
                        refused.body()
                                .path("faults")
                                .valueStream()
                                .map(f -> f.path("detail").asString()))
                .satisfiesExactlyInAnyOrder(
                        lead ->
                                assertThat(lead)
                                        .startsWith(
                                                "Line %d, column 5, /governance/lead: "
                                                        .formatted(line(file, "\"lead\""))),
                        decision ->
                                assertThat(decision)
                                        .startsWith(
                                                "Line %d, column 5, /deadlines/decision: "
                                                        .formatted(line(file, "\"decision\""))));
    }

    private static Map<String, String> content(String file) {
        return Map.of("content", file);
    }

    private static int line(String file, String text) {
        return (int) file.substring(0, file.indexOf(text)).chars().filter(c -> c == '\n').count()
                + 1;
    }

    @Test
    void seatsOnlyKnownAuthoritiesOnce() {
        var enterprise = table.enterprise("示例甲（虚构）");
        var seated = table.reviewer("CUSTOMS").organisation();

        assertThat(bind("CUSTOMS", UUID.randomUUID().toString()).code())
                .isEqualTo("party-not-known-yet");
        assertThat(bind("CUSTOMS", id(enterprise)).code()).isEqualTo("no-authority");
        assertThat(bind("CUSTOMS", String.valueOf(seated)).code())
                .isEqualTo("member-already-bound");
        assertThat(bind("NAVY", String.valueOf(seated)).faults())
                .containsExactly("/agencyRole unknown-agency-role");
        assertThat(bind("", "").faults())
                .containsExactlyInAnyOrderElementsOf(
                        List.of("/agencyRole blank", "/organisation blank"));
        assertThat(
                        api.post(
                                        table.office(),
                                        "/schemes/TJ-2022/members",
                                        Map.of("agencyRole", "CUSTOMS", "organisation", "x"))
                                .status())
                .isEqualTo(403);
    }

    private Answer bind(String role, String organisation) {
        return api.post(
                registrar,
                "/schemes/TJ-2022/members",
                Map.of("agencyRole", role, "organisation", organisation));
    }
}
