package org.whitelane.whitelist.support;

import static org.whitelane.whitelist.support.Fixtures.CREDIT_CODE;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.request.RequestContent;
import org.whitelane.whitelist.request.RequestContent.Project;
import org.whitelane.whitelist.request.WhitelistRequest;

import java.util.List;
import java.util.Locale;

/** What an officer's organisation can be to a request, besides its judge. */
public enum Relation {
    NOTHING,
    APPLICANT,
    AGENT,
    AGENT_BEFORE_ANOTHER,
    OWNER,
    OWNER_BY_CREDIT_CODE,
    CRO,
    CRO_BY_CREDIT_CODE,
    CRO_BY_CREDIT_CODE_IN_LOWER_CASE;

    /** The request as it is where the relation holds. */
    public WhitelistRequest in(WhitelistRequest request, String own) {
        var unit = request.organisation();
        var code = CREDIT_CODE.toLowerCase(Locale.ROOT);
        return switch (this) {
            case NOTHING -> with(request, unit, List.of("an-agent"), "someone", "someone-else");
            case APPLICANT -> with(request, own, List.of(), null, null);
            case AGENT -> with(request, unit, List.of(own), null, null);
            case AGENT_BEFORE_ANOTHER -> with(request, unit, List.of(own, "b"), null, null);
            case OWNER -> with(request, unit, List.of(), own, null);
            case OWNER_BY_CREDIT_CODE -> with(request, unit, List.of(), CREDIT_CODE, null);
            case CRO -> with(request, unit, List.of(), null, own);
            case CRO_BY_CREDIT_CODE -> with(request, unit, List.of(), null, CREDIT_CODE);
            case CRO_BY_CREDIT_CODE_IN_LOWER_CASE ->
                    with(request, unit, List.of(), "someone", code);
        };
    }

    private static WhitelistRequest with(
            WhitelistRequest request,
            String unit,
            List<String> agents,
            @Nullable String owner,
            @Nullable String cro) {
        var content = request.content();
        var project = content.project();
        return new WhitelistRequest(
                request.id(),
                request.number(),
                request.scheme(),
                unit,
                agents,
                new RequestContent(
                        content.kind(),
                        content.items(),
                        new Project(
                                project.name(),
                                project.code(),
                                project.stage(),
                                owner,
                                cro,
                                "contract-1",
                                project.from(),
                                project.to()),
                        content.responsiblePerson(),
                        content.commitmentSignedOn(),
                        content.documents()),
                request.status(),
                request.steps(),
                request.opinions(),
                request.questions(),
                request.version());
    }
}
