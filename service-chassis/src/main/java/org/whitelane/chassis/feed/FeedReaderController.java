package org.whitelane.chassis.feed;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.Problem;

import java.util.HexFormat;

/** What a reader says and asks about itself. */
@RestController
@RequestMapping("/api/v1/${whitelane.api-path}/feed/{stream}")
@PreAuthorize("hasRole('REGULATOR')")
class FeedReaderController {

    private final FeedStreams streams;
    private final FeedAccess access;
    private final Acknowledging acknowledging;
    private final FeedDesk desk;
    private final FeedMetrics metrics;

    FeedReaderController(
            FeedStreams streams,
            FeedAccess access,
            Acknowledging acknowledging,
            FeedDesk desk,
            FeedMetrics metrics) {
        this.streams = streams;
        this.access = access;
        this.acknowledging = acknowledging;
        this.desk = desk;
        this.metrics = metrics;
    }

    @GetMapping("/reader")
    @Operation(
            summary = "Show where the caller stands as a reader, and what is in the way",
            description =
                    "Also after the grant was suspended or revoked. `why` says since when the"
                            + " reader is not connected, why, and what to do.")
    ReaderView show(@PathVariable String stream, Caller caller) {
        streams.head(stream);
        return desk.standing(stream, FeedReader.of(caller))
                .orElseThrow(() -> FeedAccess.refused(stream, null));
    }

    @PostMapping("/acknowledgement")
    @Operation(
            summary = "Acknowledge everything up to a position",
            description =
                    "The feed goes on behind it for whoever asks without `after`, and who was told"
                        + " what is known from it. Only forward: an earlier position, or the same"
                        + " again, changes nothing. Who reads the Kafka topic says so as `way`:"
                        + " TOPIC, and is believed by the hash. Another hash than ours is an alarm"
                        + " on both sides.")
    ReaderView acknowledge(
            @PathVariable String stream, @Body AcknowledgementForm form, Caller caller) {
        var head = streams.head(stream);
        var grant = access.ofReader(stream, caller);
        var hash = HexFormat.of().parseHex(form.chainHash());
        return switch (acknowledging.acknowledge(grant, head, form.position(), hash, form.from())) {
            case Acknowledging.Outcome.Done() ->
                    desk.standing(stream, grant.reader()).orElseThrow();
            case Acknowledging.Outcome.BeyondEnd(var end) ->
                    throw Problem.conflict(
                            "position-beyond-end",
                            "Position %d is beyond the end of the stream, which is at %d (a restored database?); ask the operator."
                                    .formatted(form.position(), end));
            case Acknowledging.Outcome.NeverDelivered(var upTo) ->
                    throw Problem.conflict(
                            "position-not-delivered",
                            "Position %d was never delivered to you; the last that was is %d."
                                    .formatted(form.position(), upTo));
            case Acknowledging.Outcome.OtherHistory() -> {
                metrics.alarm(stream, grant.reader(), form.position());
                throw Problem.conflict(
                        "other-history",
                        "You hold another hash of position %d than we do; tell the operator, and read by afterPosition=0 to find where the two part."
                                .formatted(form.position()));
            }
        };
    }

    /**
     * @param position the last that the reader has, and all before it
     * @param chainHash of that position, 64 hex digits
     * @param way FEED without it
     */
    record AcknowledgementForm(
            @Positive long position,
            @Pattern(regexp = "[0-9a-f]{64}") String chainHash,
            Acknowledging.@Nullable Way way) {

        Acknowledging.Way from() {
            return way == null ? Acknowledging.Way.FEED : way;
        }
    }
}
