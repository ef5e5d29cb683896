package org.whitelane.whitelist.scheme.web;

import org.springframework.http.HttpStatus;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.scheme.Activation;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.SchemeFault;
import org.whitelane.whitelist.scheme.SchemeReading;

import java.util.List;

/**
 * A file that can be loaded, and what it leaves open.
 *
 * @param notKnown JSON pointers into the file
 * @param defaulted pointers of limits that are the general law's
 * @param lacking pointers of what is not known although no request can be decided without it
 */
record LoadedView(
        String code,
        int schemeVersion,
        List<String> notKnown,
        List<String> defaulted,
        List<String> lacking) {

    static LoadedView of(PilotScheme scheme) {
        return new LoadedView(
                scheme.code(),
                scheme.version(),
                scheme.notKnown(),
                scheme.defaulted(),
                scheme.lacking());
    }

    static LoadedView of(Activation activation) {
        return switch (activation) {
            case Activation.Activated(var scheme) -> of(scheme);
            case Activation.Unchanged(var scheme) -> of(scheme);
            case Activation.OtherContent other ->
                    throw Problem.of(HttpStatus.CONFLICT, "scheme-version-taken", other.detail());
        };
    }

    static PilotScheme scheme(SchemeReading reading) {
        return switch (reading) {
            case SchemeReading.Read(var scheme) -> scheme;
            case SchemeReading.Refused(var faults) ->
                    throw Problem.refused(
                            "scheme-file-refused",
                            "The file has %d fault%s."
                                    .formatted(faults.size(), faults.size() == 1 ? "" : "s"),
                            faults.stream().map(LoadedView::fault).toList());
        };
    }

    private static Fault fault(SchemeFault fault) {
        return new Fault(
                "/content",
                fault.finding().code(),
                "Line %d, column %d, %s: %s."
                        .formatted(
                                fault.line(),
                                fault.column(),
                                fault.finding().pointer().isEmpty()
                                        ? "the file"
                                        : fault.finding().pointer(),
                                fault.finding().detail()));
    }
}
