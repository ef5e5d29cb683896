package org.whitelane.approval.ind;

/** The three ways a drug is registered, with the letter they have in an acceptance number. */
public enum Modality {
    CHEMICAL('H'),
    /** Therapeutic and preventive biologics. */
    BIOLOGIC('S'),
    /** Traditional Chinese medicine. */
    TCM('Z');

    private final char category;

    Modality(char category) {
        this.category = category;
    }

    char category() {
        return category;
    }
}
