package org.whitelane.whitelist.scheme.web;

import org.whitelane.whitelist.scheme.PilotScheme;

record SchemeSummary(String code, int version, String nameZh, String nameEn, String document) {

    static SchemeSummary of(PilotScheme scheme) {
        return new SchemeSummary(
                scheme.code(),
                scheme.version(),
                scheme.name().zh(),
                scheme.name().en(),
                scheme.policy().document());
    }
}
