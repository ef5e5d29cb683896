package org.whitelane.whitelist.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whitelane.whitelist.support.Table.article;
import static org.whitelane.whitelist.support.Table.draftUnder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.ServiceTestBase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An operator's folder: a new scheme is a file and nothing else, and a faulty one stops the start.
 */
class SchemeFolderTests extends ServiceTestBase {

    @Autowired private SchemeService schemes;

    @TempDir private Path folder;

    @Test
    void takesRequestsUnderASchemeThatIsOnlyAFile() throws IOException {
        put("FD-2031.v1.json", file("FD-2031"));
        start();

        assertThat(
                        api.get(null, "/schemes/FD-2031")
                                .expect(200)
                                .body()
                                .at("/scheme/version")
                                .asInt())
                .isEqualTo(1);
        var unit = table.enterprise("示例目录文件（虚构）");
        var draft = draftUnder("FD-2031", article("Dextran", "9004-54-0"));
        var request = api.draft(unit, draft).expect(201).text("id");
        api.move(unit, request, "submission").expect(200);

        start();
        put("FD-2031.v2.json", file("FD-2031").replace("\"version\": 1", "\"version\": 2"));
        start();
        assertThat(api.get(null, "/schemes/FD-2031").body().at("/scheme/version").asInt())
                .isEqualTo(2);
    }

    @Test
    void tellsEveryFaultWithFileLineAndColumn() throws IOException {
        var faulty =
                file("FD-2032")
                        .replace(
                                "\"acceptance\": {\"amount\": 5", "\"acceptance\": {\"amount\": -5")
                        .replace("\"check\": \"IN_AREA\"", "\"check\": \"NEAR_AREA\"");
        var line = faulty.substring(0, faulty.indexOf("NEAR_AREA")).lines().count();
        put("FD-2032.v1.json", faulty);

        assertThatThrownBy(this::start)
                .hasMessageContaining("FD-2032.v1.json")
                .hasMessageContaining("NEAR_AREA")
                .message()
                .containsPattern("(?i)line " + line + ", column \\d+");
        assertThat(api.get(null, "/schemes/FD-2032").status()).isEqualTo(404);
    }

    @Test
    void refusesOtherContentUnderAVersionThatDecisionsReferTo() throws IOException {
        put("FD-2033.v1.json", file("FD-2033"));
        start();
        put("FD-2033.v1.json", file("FD-2033").replace("\"amount\": 45", "\"amount\": 44"));

        assertThatThrownBy(this::start).hasMessageContaining("FD-2033 version 1");
    }

    /** As at the start of an instance. */
    private void start() throws IOException {
        new SchemeLoader(schemes, folder.toString()).run(new DefaultApplicationArguments());
    }

    private void put(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private static String file(String code) {
        return Fixtures.tianjinFile().replace("\"TJ-2022\"", "\"" + code + "\"");
    }
}
