package org.whitelane.whitelist.receipt.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import javax.imageio.ImageIO;

/**
 * A text as a QR code (ISO/IEC 18004). Error correction M restores 15% of the code: enough for a
 * fold or the edge of a stamp, and the signature notices what was restored wrongly. The next level
 * up would need a third more modules, each of them smaller on the same paper, which costs a camera
 * more than it gains. L, with 7%, only where M cannot hold the text.
 */
final class QrCode {

    /** What a camera needs around it, in modules. */
    private static final int QUIET = 4;

    /** Pixels of a module; sharp on paper at 300 dots per inch. */
    private static final int PIXELS = 6;

    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xffffff;

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    static QrCode of(String text) {
        try {
            return new QrCode(modules(text, ErrorCorrectionLevel.M));
        } catch (WriterException tooLong) {
            return loose(text);
        }
    }

    private static QrCode loose(String text) {
        try {
            return new QrCode(modules(text, ErrorCorrectionLevel.L));
        } catch (WriterException e) {
            throw new IllegalArgumentException(
                    "%d characters are too many for a QR code".formatted(text.length()), e);
        }
    }

    private static BitMatrix modules(String text, ErrorCorrectionLevel level)
            throws WriterException {
        var hints = Map.of(EncodeHintType.ERROR_CORRECTION, level, EncodeHintType.MARGIN, QUIET);
        return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
    }

    byte[] png() {
        var side = modules.getWidth() * PIXELS;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (var y = 0; y < side; y++) {
            for (var x = 0; x < side; x++) {
                image.setRGB(x, y, modules.get(x / PIXELS, y / PIXELS) ? BLACK : WHITE);
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out.toByteArray();
    }

    /** A path with a stroke for each run of dark modules in a row: any size, still sharp. */
    String svg() {
        var side = modules.getWidth();
        var path = new StringBuilder();
        for (var y = 0; y < side; y++) {
            for (var x = 0; x < side; ) {
                var end = runEnd(x, y);
                if (end > x) {
                    path.append("M%d %dh%dv1H%dz".formatted(x, y, end - x, x));
                }
                x = end + 1;
            }
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
        <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>\
        """
                .formatted(side, path);
    }

    /** The first light module from there on. */
    private int runEnd(int x, int y) {
        var end = x;
        while (end < modules.getWidth() && modules.get(end, y)) {
            end++;
        }
        return end;
    }
}
