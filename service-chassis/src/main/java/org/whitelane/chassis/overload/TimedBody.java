package org.whitelane.chassis.overload;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.BodyTooSlow;

import java.io.IOException;
import java.time.Duration;

/**
 * A body that ends, or breaks off when its time is up: a byte now and then keeps a connection alive
 * for ever. Buffers nothing, since the gateway passes bodies on while they arrive.
 */
final class TimedBody extends HttpServletRequestWrapper {

    private final Duration time;
    private @Nullable ServletInputStream timed;

    TimedBody(HttpServletRequest request, Duration time) {
        super(request);
        this.time = time;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (timed == null) {
            timed = new Timed(super.getInputStream(), System.nanoTime() + time.toNanos());
        }
        return timed;
    }

    private static final class Timed extends ServletInputStream {

        private final ServletInputStream body;
        private final long end;

        Timed(ServletInputStream body, long end) {
            this.body = body;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            check();
            return body.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            check();
            return body.read(target, offset, length);
        }

        private void check() throws BodyTooSlow {
            if (System.nanoTime() - end > 0 && !body.isFinished()) {
                throw new BodyTooSlow();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
