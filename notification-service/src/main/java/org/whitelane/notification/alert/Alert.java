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
    @JsonSubTypes.Type(value = Alert.IndRecorded.class, name = "IND_RECORDED")
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
     * @param decidedOn day or month, as far as it is known
     */
    record IndRecorded(
            UUID eventId,
            Instant occurredAt,
            String registrationId,
            String acceptanceNumber,
            @Nullable String noticeNumber,
            String productZh,
            @Nullable String productEn,
            String sponsor,
            String decision,
            List<String> indications,
            @Nullable String decidedOn)
            implements Alert {

        public IndRecorded {
            indications = List.copyOf(indications);
        }
    }

    static AlertKind kindOf(Alert alert) {
        return switch (alert) {
            case BatchPublished _ -> AlertKind.BATCH_PUBLISHED;
            case IndRecorded _ -> AlertKind.IND_RECORDED;
        };
    }

    static Optional<String> schemeOf(Alert alert) {
        return switch (alert) {
            case BatchPublished batch -> Optional.of(batch.scheme());
            case IndRecorded _ -> Optional.empty();
        };
    }

    static Optional<String> sponsorOf(Alert alert) {
        return switch (alert) {
            case BatchPublished _ -> Optional.empty();
            case IndRecorded ind -> Optional.of(ind.sponsor());
        };
    }

    /** The texts in which keywords are looked for. */
    static Stream<String> wordsOf(Alert alert) {
        return switch (alert) {
            case BatchPublished batch ->
                    Stream.of(batch.schemeNameZh(), batch.schemeNameEn(), batch.decisionDocument());
            case IndRecorded ind ->
                    Stream.concat(
                            Stream.of(ind.productZh(), ind.sponsor(), ind.acceptanceNumber()),
                            Stream.concat(
                                    Stream.ofNullable(ind.productEn()),
                                    ind.indications().stream()));
        };
    }
}
