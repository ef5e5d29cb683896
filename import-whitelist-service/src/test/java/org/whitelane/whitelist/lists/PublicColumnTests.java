package org.whitelane.whitelist.lists;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

class PublicColumnTests {

    /** So what the marks say of the view's members holds for its files. */
    @Test
    void theFilesOfThePublicListHaveTheMembersOfItsViewAndNoOther() {
        assertThat(PublicEntry.COLUMNS.stream().map(Column::heading))
                .containsExactlyElementsOf(
                        Arrays.stream(PublicEntry.class.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList());
    }
}
