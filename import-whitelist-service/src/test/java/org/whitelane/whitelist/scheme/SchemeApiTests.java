package org.whitelane.whitelist.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Fixtures.tianjin;
import static org.whitelane.whitelist.support.Fixtures.tianjinFile;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.whitelane.events.WhitelistEvent.SchemeVersionActivated;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Race;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

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

    @Test
    void activatesAVersionOnce() {
        schemes.activate(tianjin());

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
                            schemes.activate(scheme);
                            return true;
                        },
                        () -> {
                            schemes.activate(scheme);
                            return true;
                        });

        assertThat(started).containsExactly(true, true);
        await().untilAsserted(() -> assertThat(events.of("XX-2022")).hasSize(1));
    }

    @Test
    void refusesOtherContentUnderTheSameVersion() {
        var other = SchemeFile.read("x", tianjinFile().replace("\"amount\": 45", "\"amount\": 44"));

        assertThatThrownBy(() -> schemes.activate(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TJ-2022 version 1");
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
