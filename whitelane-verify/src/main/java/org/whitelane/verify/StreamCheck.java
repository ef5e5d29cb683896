package org.whitelane.verify;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.Chain;
import org.whitelane.events.CheckpointEvent.Checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All sources of one stream: each is whole, says what the checkpoints say, and what the others. */
final class StreamCheck {

    private final String stream;
    private final List<Source> sources;
    private final List<Checkpoint> checkpoints;
    private final Consumer<String> out;

    StreamCheck(
            String stream,
            List<Source> sources,
            List<Checkpoint> checkpoints,
            Consumer<String> out) {
        this.stream = stream;
        this.sources = sources;
        this.checkpoints = checkpoints;
        this.out = out;
    }

    /** Prints a line per source. */
    boolean holds() {
        var genesis = Chain.genesis(stream, incarnation());
        var marks = new ArrayList<>(checkpoints.stream().map(Trust::mark).toList());
        boolean all = true;
        for (var source : sources) {
            var verdict = verdict(source, genesis, marks);
            all &= tell(source, verdict);
            if (verdict instanceof Verdict.Complete(var position, var hash, _, _) && position > 0) {
                marks.add(new Mark(position, hash, source.name(), false, false));
            }
        }
        return all;
    }

    private Verdict verdict(Source source, byte[] genesis, List<Mark> marks) {
        var own = source.incarnation();
        if (own != null && !own.equals(incarnation())) {
            return new Verdict.Broken(
                    "rewritten",
                    1,
                    ": the stream was begun anew, its incarnation is %s and not %s"
                            .formatted(EventAttributesReader.quotable(own), incarnation()));
        }
        var walk = new ChainWalk(genesis, marks, source::place);
        source.read(walk);
        return walk.finish();
    }

    private String incarnation() {
        if (!checkpoints.isEmpty()) {
            return checkpoints.getLast().incarnation();
        }
        for (var source : sources) {
            @Nullable String own = source.incarnation();
            if (own != null) {
                return own;
            }
        }
        throw new Unusable(
                "the records of %s do not say what position 1 is chained to: give a checkpoint, the feed, or --incarnation ID"
                        .formatted(stream));
    }

    private boolean tell(Source source, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Broken broken -> {
                out.accept("BROKEN %s: %s [%s]".formatted(stream, broken, source.name()));
                yield false;
            }
            case Verdict.Complete complete -> {
                out.accept(
                        "HOLDS %s: complete and unaltered up to position %d; %s%s%s [%s] %s"
                                .formatted(
                                        stream,
                                        complete.position(),
                                        vouched(complete),
                                        withheld(complete),
                                        source.remark(),
                                        source.name(),
                                        Chain.hex(complete.hash())));
                yield true;
            }
        };
    }

    private static String withheld(Verdict.Complete complete) {
        return complete.stubs() == 0
                ? ""
                : "; the content of %d was withheld, of them only the leaf was checked"
                        .formatted(complete.stubs());
    }

    private String vouched(Verdict.Complete complete) {
        if (checkpoints.isEmpty()) {
            return "without a checkpoint: a cut end or a chain made anew would not be noticed";
        }
        return "checkpoint %d vouches for it up to %d"
                .formatted(checkpoints.getLast().number(), complete.vouched());
    }
}
