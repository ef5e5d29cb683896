package org.whitelane.localstack.story;

/** A step did not hold; the message is what the reader of the story sees. */
final class StoryFailed extends RuntimeException {

    StoryFailed(String message) {
        super(message);
    }
}
