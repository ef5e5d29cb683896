package org.whitelane.whitelist.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.ServiceTestBase;

/** A version is read once and kept; one that was never committed is not. */
class TakenBackTests extends ServiceTestBase {

    @Autowired private Schemes schemes;
    @Autowired private PlatformTransactionManager transactions;

    @Test
    void whatWasReadOfAVersionGoesWithIt() {
        var file = Fixtures.tianjinFile().replace("TJ-2022", "TB-2022");
        var scheme = Json.read(file, PilotScheme.class);

        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        transaction -> {
                            assertThat(schemes.add(scheme)).isTrue();
                            assertThat(schemes.newest("TB-2022")).contains(scheme);
                            transaction.setRollbackOnly();
                        });

        assertThat(schemes.newest("TB-2022")).isEmpty();
        assertThatThrownBy(() -> schemes.version("TB-2022", 1))
                .isInstanceOf(EmptyResultDataAccessException.class);
    }
}
