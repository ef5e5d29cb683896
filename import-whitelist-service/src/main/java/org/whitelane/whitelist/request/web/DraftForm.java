package org.whitelane.whitelist.request.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Format;
import org.whitelane.chassis.web.Together;
import org.whitelane.whitelist.party.PartyReference;
import org.whitelane.whitelist.request.RequestWish;
import org.whitelane.whitelist.request.web.RequestForm.ArticleForm;
import org.whitelane.whitelist.scheme.RequestKind;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A new draft: what {@link RequestForm} says of it, and in whose name it is made. A request never
 * changes hands, so only here.
 *
 * @param onBehalfOf id or unified social credit code of the unit that gave the caller's
 *     organisation a mandate; absent for the caller's own
 */
@Together(KindRule.class)
record DraftForm(
        @Nullable @Format(PartyReference.class) String onBehalfOf,
        @NotBlank @Size(max = 40) String scheme,
        @NotNull RequestKind kind,
        @Nullable @Size(max = 100) List<@Valid ArticleForm> articles,
        @Nullable @Size(max = 100) List<UUID> entries,
        @NotNull @Valid ProjectForm project,
        @Nullable @Pattern(regexp = ProjectForm.REFERENCE, message = ProjectForm.REFERENCE_EXPECTED)
                String responsiblePerson,
        @NotNull LocalDate commitmentSignedOn) {

    @Nullable PartyReference unit() {
        return onBehalfOf == null ? null : PartyReference.parse(onBehalfOf);
    }

    RequestWish wish() {
        return new RequestForm(
                        scheme,
                        kind,
                        articles,
                        entries,
                        project,
                        responsiblePerson,
                        commitmentSignedOn)
                .wish();
    }
}
