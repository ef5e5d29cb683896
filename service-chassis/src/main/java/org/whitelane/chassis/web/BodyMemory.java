package org.whitelane.chassis.web;

import jakarta.servlet.http.HttpServletRequest;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The part of the heap that bodies may use, in two halves. The beginning of each body counts as it
 * arrives: a slow caller holds what it has sent and no more. A body that goes on gets room for all
 * of itself at once, or none: many that each hold a part and wait for the rest would all fail.
 * Large ones never take the room of the small.
 */
public final class BodyMemory {

    /**
     * How often a body's bytes lie in memory at the worst moment: read twice over, decoded, as
     * text, as a tree, as our records, and once more on their way into the database.
     */
    static final int COPIES = 12;

    /** Bytes; nearly all forms of ours are smaller. */
    static final int SMALL = 64 * 1024;

    private static final String ATTRIBUTE = BodyMemory.class.getName();
    private static final int UNIT = 1024;

    private final Room small;
    private final Room large;
    private final Duration patience;

    /**
     * @param bytes of the heap; each half has room for one body at least, however little this is
     */
    public BodyMemory(long bytes, Duration patience) {
        this.small = new Room(bytes / 2, SMALL);
        this.large = new Room(bytes / 2, RawBody.LIMIT);
        this.patience = patience;
    }

    public Share share() {
        return new Share();
    }

    public long taken() {
        return small.taken() + large.taken();
    }

    /** Counts what has been read of a request's body; nothing where nobody bounds it. */
    static void take(HttpServletRequest request, int bytes) {
        if (request.getAttribute(ATTRIBUTE) instanceof Share share) {
            share.take(bytes, request.getContentLength());
        }
    }

    private static int units(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, bytes * COPIES / UNIT + 1);
    }

    private static final class Room {

        private final int all;
        private final Semaphore free;

        Room(long bytes, int least) {
            all = Math.max((int) Math.min(Integer.MAX_VALUE, bytes / UNIT), units(least));
            free = new Semaphore(all, true);
        }

        long taken() {
            return (long) (all - free.availablePermits()) * UNIT;
        }
    }

    /** What one request holds, until it is answered. */
    public final class Share implements AutoCloseable {

        private int read;
        private int heldSmall;
        private int heldLarge;

        private Share() {}

        public void attachTo(HttpServletRequest request) {
            request.setAttribute(ATTRIBUTE, this);
        }

        /**
         * @param declared the whole body's length, negative where nobody said
         */
        private void take(int bytes, int declared) {
            read += bytes;
            int more = units(Math.min(read, SMALL)) - heldSmall;
            acquire(small, more);
            heldSmall += more;
            if (read > SMALL && heldLarge == 0) {
                int whole = units(declared < 0 ? RawBody.LIMIT : declared);
                acquire(large, whole);
                heldLarge = whole;
            }
        }

        private void acquire(Room room, int units) {
            try {
                if (!room.free.tryAcquire(units, patience.toNanos(), TimeUnit.NANOSECONDS)) {
                    throw Problem.overloaded();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Problem.overloaded();
            }
        }

        @Override
        public void close() {
            small.free.release(heldSmall);
            large.free.release(heldLarge);
        }
    }
}
