package org.whitelane.chassis.feed;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.feed.FeedGranting.Act;
import org.whitelane.chassis.feed.FeedGranting.Outcome;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.chassis.web.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Who reads which feed, and how far they are. An operator grants and does not read. */
@RestController
@RequestMapping("/api/v1/${whitelane.api-path}/admin/feed-readers")
class FeedAdminController {

    private static final String SCOPE = "feed-readers";
    private static final Pattern NAMES = Pattern.compile("[!-~]{1,300}");

    private final FeedStreams streams;
    private final FeedGranting granting;
    private final FeedDesk desk;
    private final Cursors cursors;

    FeedAdminController(
            FeedStreams streams, FeedGranting granting, FeedDesk desk, Cursors cursors) {
        this.streams = streams;
        this.granting = granting;
        this.desk = desk;
        this.cursors = cursors;
    }

    @GetMapping
    @Operation(
            summary = "List the readers of the feeds, how far each is, and what is in the way",
            description = "By stream, issuer and subject, also those whose grant has ended.")
    @PreAuthorize("hasAnyRole('OPERATOR', 'AUDITOR')")
    Page<ReaderView> list(Paging paging) {
        var cursor = paging.cursor();
        var after = cursor == null ? List.of("", "", "") : cursors.decode(SCOPE, cursor);
        return Page.of(
                desk.after(
                        after.get(0), new FeedReader(after.get(1), after.get(2)), paging.fetch()),
                paging,
                reader -> reader,
                last -> cursors.encode(SCOPE, key(last.grant())));
    }

    @GetMapping("/{stream}/{subject}")
    @Operation(
            summary = "Read what a reader of a feed was granted",
            description =
                    "`issuer` says whose subject it is; without it that of the caller's token.")
    @PreAuthorize("hasAnyRole('OPERATOR', 'AUDITOR')")
    GrantView one(
            @PathVariable String stream,
            @PathVariable String subject,
            @RequestParam(required = false) @Nullable String issuer,
            Caller caller) {
        streams.head(stream);
        return granting.find(stream, known(subject, issuer, caller))
                .map(GrantView::of)
                .orElseThrow(() -> Problem.notFound("The reader"));
    }

    @PutMapping("/{stream}/{subject}")
    @Operation(
            summary = "Grant a feed to a reader, or change what it is granted",
            description =
                    "`types` are what it may see in full, names or how they begin and `*`; of all"
                            + " others it gets what the chain needs. Also ends a suspension or a"
                            + " revocation. What was given before stays given.")
    @PreAuthorize("hasRole('OPERATOR')")
    GrantView grant(
            @PathVariable String stream,
            @PathVariable String subject,
            @RequestParam(required = false) @Nullable String issuer,
            @Body GrantForm form,
            Caller caller,
            IfMatch expected) {
        streams.head(stream);
        var types = form.types() == null ? List.of("*") : form.types();
        var faults = new ArrayList<>(TypeFilter.faults("/types", types, stream));
        if (!isName(subject)) {
            faults.add(new Fault("/subject", "format", "must be a token's subject: visible ASCII"));
        }
        if (issuer != null && !isName(issuer)) {
            faults.add(new Fault("?issuer", "format", "must be a token's issuer: visible ASCII"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return answer(
                granting.grant(
                        stream,
                        reader(subject, issuer, caller),
                        new TypeFilter(types),
                        new Act(caller.subject(), form.reason(), expected)));
    }

    @PostMapping("/{stream}/{subject}/suspension")
    @Operation(
            summary = "Suspend a reader of a feed",
            description = "The reader is told the reason. Granting it again ends the suspension.")
    @PreAuthorize("hasRole('OPERATOR')")
    GrantView suspend(
            @PathVariable String stream,
            @PathVariable String subject,
            @RequestParam(required = false) @Nullable String issuer,
            @Body EndForm form,
            Caller caller,
            IfMatch expected) {
        streams.head(stream);
        var act = new Act(caller.subject(), form.reason(), expected);
        return answer(
                granting.end(stream, known(subject, issuer, caller), Grant.State.SUSPENDED, act));
    }

    @PostMapping("/{stream}/{subject}/revocation")
    @Operation(
            summary = "Take a feed back from a reader",
            description =
                    "The reader is told the reason. What it has acknowledged stays known, and it"
                            + " can be granted again.")
    @PreAuthorize("hasRole('OPERATOR')")
    GrantView revoke(
            @PathVariable String stream,
            @PathVariable String subject,
            @RequestParam(required = false) @Nullable String issuer,
            @Body EndForm form,
            Caller caller,
            IfMatch expected) {
        streams.head(stream);
        var act = new Act(caller.subject(), form.reason(), expected);
        return answer(
                granting.end(stream, known(subject, issuer, caller), Grant.State.REVOKED, act));
    }

    private static GrantView answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var grant) -> GrantView.of(grant);
            case Outcome.NotThere() -> throw Problem.notFound("The reader");
            case Outcome.OtherVersion(var current) -> throw Problem.versionMismatch(current);
            case Outcome.NotOpen(var state) ->
                    throw Problem.conflict(
                            "feed-grant-ended",
                            "This grant is %s already; grant it again first.".formatted(state));
        };
    }

    /** What cannot be granted is not there. */
    private static FeedReader known(String subject, @Nullable String issuer, Caller caller) {
        var reader = reader(subject, issuer, caller);
        if (!isName(reader.subject()) || !isName(reader.issuer())) {
            throw Problem.notFound("The reader");
        }
        return reader;
    }

    private static boolean isName(String text) {
        return NAMES.matcher(text).matches();
    }

    private static FeedReader reader(String subject, @Nullable String issuer, Caller caller) {
        return new FeedReader(issuer == null ? caller.issuer() : issuer, subject);
    }

    private static List<String> key(GrantView grant) {
        return List.of(grant.stream(), grant.issuer(), grant.subject());
    }

    /**
     * @param types all without it
     */
    record GrantForm(
            @Nullable @Size(min = 1, max = 50) List<@NotBlank @Size(max = 200) String> types,
            @NotBlank @Size(max = 1000) String reason) {}

    record EndForm(@NotBlank @Size(max = 1000) String reason) {}
}
