package org.whitelane.whitelist.desk;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.ClockReading;
import org.whitelane.whitelist.request.ClockReading.Limit;
import org.whitelane.whitelist.request.ClockReading.State;
import org.whitelane.whitelist.request.Outcome;
import org.whitelane.whitelist.request.RequestCommand;
import org.whitelane.whitelist.request.RequestService;
import org.whitelane.whitelist.request.WhitelistRequest;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.util.Optional;

/** What silence decides, where the scheme says that it does. */
@Component
class PassedDays {

    private final RequestService requests;

    PassedDays(RequestService requests) {
        this.requests = requests;
    }

    /** Under the request's lock. */
    void decide(WhitelistRequest request, ClockReading reading) {
        command(reading)
                .ifPresent(
                        command -> {
                            var outcome =
                                    requests.decide(
                                            request.id(), command, Officer.system(), _ -> true);
                            if (!(outcome instanceof Outcome.Accepted)) {
                                throw new IllegalStateException(
                                        "%s of %s: %s".formatted(command, request.id(), outcome));
                            }
                        });
    }

    private static Optional<RequestCommand> command(ClockReading reading) {
        return expired(reading, PilotScheme.ACCEPTANCE)
                .filter(_ -> Boolean.TRUE.equals(reading.deemedAcceptance()))
                .<RequestCommand>map(_ -> new RequestCommand.DeemAccepted())
                .or(
                        () ->
                                RequestCommand.Lapse.LIMITS.stream()
                                        .flatMap(step -> expired(reading, step).stream())
                                        .findFirst()
                                        .map(_ -> new RequestCommand.Lapse()));
    }

    private static Optional<Limit> expired(ClockReading reading, String step) {
        return reading.running().stream()
                .filter(limit -> limit.step().equals(step))
                .filter(limit -> limit.state() == State.EXPIRED && !limit.provisional())
                .findFirst();
    }
}
