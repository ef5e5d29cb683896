package org.whitelane.notification.alert;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Something that happened and that subscribers may be told about: public facts only. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "alert")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Alert.BatchPublished.class, name = "BATCH_PUBLISHED"),
    @JsonSubTypes.Type(value = Alert.IndRecorded.class, name = "IND_RECORDED"),
    @JsonSubTypes.Type(value = Alert.IndCorrected.class, name = "IND_CORRECTED"),
    @JsonSubTypes.Type(value = Alert.IndRevoked.class, name = "IND_REVOKED")
})
@JsonIgnoreProperties(ignoreUnknown = true)
public sealed interface Alert {

    UUID eventId();

    /** By the producer's clock; decides which subscriptions were already confirmed. */
    Instant occurredAt();

    /** A batch of a white list was published: one mail for the batch, none for its entries. */
    record BatchPublished(
            UUID eventId,
            Instant occurredAt,
            String scheme,
            String schemeNameZh,
            String schemeNameEn,
            int number,
            String decisionDocument,
            String publishedOn,
            int organisations,
            int entries)
            implements Alert {}

    /**
     * A clinical-trial approval entered the register.
     *
     * @param modality null in an alert of before it was told, as {@code cellOrGeneTherapy} and
     *     {@code announcedOn}
     * @param acceptedOn day or month, as far as it is known
     * @param decidedOn as {@code acceptedOn}
     * @param announcedOn as {@code acceptedOn}
     */
    record IndRecorded(
            UUID eventId,
            Instant occurredAt,
            String registrationId,
            String acceptanceNumber,
            @Nullable String noticeNumber,
            String productZh,
            @Nullable String productEn,
            @Nullable String strength,
            @Nullable String registrationClass,
            @Nullable String modality,
            @Nullable Boolean cellOrGeneTherapy,
            String sponsor,
            String decision,
            List<String> indications,
            @Nullable String acceptedOn,
            @Nullable String decidedOn,
            @Nullable String announcedOn)
            implements Alert {

        public IndRecorded {
            indications = List.copyOf(indications);
        }
    }

    /**
     * What the register said of an approval was wrong.
     *
     * @param supersedes the event that stated it
     * @param now the facts that hold instead, as a whole
     */
    record IndCorrected(
            UUID eventId,
            Instant occurredAt,
            UUID supersedes,
            IndRecorded now,
            String reason,
            String source)
            implements Alert {}

    /**
     * An approval does not hold any more.
     *
     * @param supersedes the event that stated it last
     * @param revokedOn day or month, as far as it is known
     */
    record IndRevoked(
            UUID eventId,
            Instant occurredAt,
            UUID supersedes,
            String registrationId,
            String acceptanceNumber,
            @Nullable String noticeNumber,
            String reason,
            String source,
            @Nullable String revokedOn)
            implements Alert {}

    /** The event whose statement holds no more; whoever was told that is told this. */
    static Optional<UUID> superseded(Alert alert) {
        return switch (alert) {
            case BatchPublished _, IndRecorded _ -> Optional.empty();
            case IndCorrected corrected -> Optional.of(corrected.supersedes());
            case IndRevoked revoked -> Optional.of(revoked.supersedes());
        };
    }

    /** A correction is news of the kind that it corrects. */
    static AlertKind kindOf(Alert alert) {
        return switch (alert) {
            case BatchPublished _ -> AlertKind.BATCH_PUBLISHED;
            case IndRecorded _, IndCorrected _, IndRevoked _ -> AlertKind.IND_RECORDED;
        };
    }

    static Optional<String> schemeOf(Alert alert) {
        return switch (alert) {
            case BatchPublished batch -> Optional.of(batch.scheme());
            case IndRecorded _, IndCorrected _, IndRevoked _ -> Optional.empty();
        };
    }

    static Optional<String> sponsorOf(Alert alert) {
        return switch (alert) {
            case BatchPublished _, IndRevoked _ -> Optional.empty();
            case IndRecorded ind -> Optional.of(ind.sponsor());
            case IndCorrected corrected -> sponsorOf(corrected.now());
        };
    }

    /** The texts in which keywords are looked for. */
    static Stream<String> wordsOf(Alert alert) {
        return switch (alert) {
            case BatchPublished batch ->
                    Stream.of(batch.schemeNameZh(), batch.schemeNameEn(), batch.decisionDocument());
            case IndCorrected corrected -> wordsOf(corrected.now());
            case IndRevoked revoked -> Stream.of(revoked.acceptanceNumber());
            case IndRecorded ind ->
                    Stream.concat(
                            Stream.of(ind.productZh(), ind.sponsor(), ind.acceptanceNumber()),
                            Stream.concat(
                                    Stream.ofNullable(ind.productEn()),
                                    ind.indications().stream()));
        };
    }
}
