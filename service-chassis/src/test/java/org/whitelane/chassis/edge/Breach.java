package org.whitelane.chassis.edge;

/** A broken promise, and the contract's test that has to notice it. */
enum Breach {
    NONE(""),
    NO_KEY_NEEDED("aCreationWantsAKeyOfItsOwn"),
    KEY_OF_PLAIN_LETTERS("anyVisibleCharactersAreAKey"),
    EVERY_REPEAT_CREATES("aRepeatGetsTheSameAnswer"),
    RACING_REPEATS_CREATE("manyRepeatsAtOnceHaveOneEffect"),
    KEY_FOR_ANY_BODY("aKeyIsForOneBody"),
    KEY_FOR_ANYBODY("anotherCallersKeyIsAnotherKey"),
    KEY_USED_UP_BY_REFUSALS("aRefusalDoesNotUseTheKeyUp"),
    CHANGE_REPEATED("aChangeIsMadeOnceForAKey"),
    RACING_REPEATS_CHANGE("manyRepeatsOfAChangeHaveOneEffect"),
    KEY_OF_CHANGE_UNCHECKED("theKeyOfAChangeIsOneThatCanBeUsed"),
    ETAG_MISSING("anAggregateShowsItsVersion"),
    KNOWN_SENT_AGAIN("whatIsKnownIsNotSentAgain"),
    READERS_CONDITION_IGNORED("aReadersConditionHolds"),
    IF_MATCH_IGNORED("aChangeMadeOnAnotherVersionIsRefused"),
    WEAK_TAG_MATCHES("aChangeMadeOnAnotherVersionIsRefused"),
    CURRENT_VERSION_HIDDEN("aChangeMadeOnAnotherVersionIsRefused"),
    IF_NONE_MATCH_IGNORED("aChangeThatIsNotWantedOnThisVersionIsRefused"),
    CONDITION_OF_CREATION_IGNORED("aConditionOnWhatHasNoVersionIsRefused"),
    VERSION_STANDS_STILL("aChangeMadeOnTheReadVersionShowsTheNext"),
    UPDATE_LOST("ofManyChangesOnOneVersionOneIsMade"),
    LIST_HAS_VERSION("listsHaveNoVersion"),
    PAGES_BY_OFFSET("aWalkMissesNothingAndShowsNothingTwice"),
    PAGE_TOO_LONG("aPageHasAsManyAsAskedFor"),
    LIMIT_CLAMPED("aLimitOutOfRangeIsRefused"),
    CURSOR_OPEN("aCursorIsTakenAsItWasGivenOrNotAtAll"),
    CURSOR_OF_ANOTHER_LIST("aCursorMeansNothingElsewhere"),
    FIRST_FAULT_ONLY("everyFaultIsToldAtOnce"),
    BODY_NOT_READ("aBodyThatBreaksOffIsItsSendersFault"),
    INSIDE_TOLD("whatIsNoJsonIsRefused"),
    DOOR_OPEN("whoeverIsNotKnownIsAskedForAToken"),
    VERSION_TOLD_TO_STRANGERS("whoHasNotTheRoleIsToldThatAndNothingElse"),
    EVERYTHING_FOUND("whatIsNotThereIsNotFound"),
    DELETE_TAKEN("anotherMethodIsToldWhichAreAllowed"),
    ACCEPT_IGNORED("anAnswerThatNobodyCanGiveIsSaid"),
    SAME_TWICE("whatIsThereCannotComeAgain"),
    CORRELATION_REPLACED("theCorrelationIdComesBack"),
    LEAP_DAY_REFUSED("aDayThatExistsIsTaken"),
    DAY_INVENTED("whatIsNoDayIsRefused"),
    LOCAL_TIME_TOLD("whatIsToldIsADayOrAnInstantInUtc");

    private final String noticed;

    Breach(String noticed) {
        this.noticed = noticed;
    }

    String noticed() {
        return noticed;
    }
}
