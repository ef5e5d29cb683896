package org.whitelane.whitelist.request.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.Together;
import org.whitelane.whitelist.request.RequestContent;
import org.whitelane.whitelist.web.CodeText;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The project that the articles are for.
 *
 * @param code the unit's own
 * @param owner organisation whose project it is; absent for the applicant's own
 * @param cro organisation that does the research under contract
 * @param contractNumber needed when the project is another organisation's
 */
@Together(ProjectForm.Period.class)
record ProjectForm(
        @NotBlank @Size(max = 300) String name,
        @Nullable @Size(max = 100) @Pattern(regexp = TEXT, message = TEXT_EXPECTED) String code,
        @NotBlank @Pattern(regexp = CodeText.PATTERN, message = CodeText.EXPECTED) String stage,
        @Nullable @Pattern(regexp = REFERENCE, message = REFERENCE_EXPECTED) String owner,
        @Nullable @Pattern(regexp = REFERENCE, message = REFERENCE_EXPECTED) String cro,
        @Nullable @Size(max = 100) @Pattern(regexp = TEXT, message = TEXT_EXPECTED)
                String contractNumber,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Letters, digits, points, underscores and hyphens: no name of a person, no address. */
    static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    static final String REFERENCE_EXPECTED =
            "must be a reference of 1 to 64 letters, digits, '.', '_' and '-', not a name";

    private static final String TEXT = "\\s*\\S[\\s\\S]*";
    private static final String TEXT_EXPECTED = "must hold more than spaces";

    RequestContent.Project project() {
        return new RequestContent.Project(name, code, stage, owner, cro, contractNumber, from, to);
    }

    /** A project ends on the day it begins at the earliest. */
    static final class Period implements Together.Rule {

        @Override
        public List<Fault> faults(Map<String, @Nullable Object> fields) {
            return fields.get("from") instanceof LocalDate from
                            && fields.get("to") instanceof LocalDate to
                            && to.isBefore(from)
                    ? List.of(
                            new Fault(
                                    "/to",
                                    "ends-before-it-begins",
                                    "Must be %s or later.".formatted(from)))
                    : List.of();
        }
    }
}
