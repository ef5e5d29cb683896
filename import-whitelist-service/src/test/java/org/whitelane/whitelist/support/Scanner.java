package org.whitelane.whitelist.support;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

/** Reads QR codes as a phone does: from pixels. */
public final class Scanner {

    private static final Pattern SIDE = Pattern.compile("viewBox=\"0 0 (\\d+) ");
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H\\d+z");
    private static final int PIXELS = 4;

    private Scanner() {}

    public static String read(byte[] png) {
        try {
            return read(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Draws the path first. */
    public static String readSvg(String svg) {
        var size = SIDE.matcher(svg);
        if (!size.find()) {
            throw new AssertionError(svg);
        }
        var side = Integer.parseInt(size.group(1)) * PIXELS;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var paper = image.createGraphics();
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, side, side);
        paper.setColor(Color.BLACK);
        RUN.matcher(svg)
                .results()
                .forEach(
                        run ->
                                paper.fillRect(
                                        Integer.parseInt(run.group(1)) * PIXELS,
                                        Integer.parseInt(run.group(2)) * PIXELS,
                                        Integer.parseInt(run.group(3)) * PIXELS,
                                        PIXELS));
        return read(image);
    }

    /**
     * Frame after frame: the finder of the library overlooks the corners of one large code in some
     * hundreds, and sees them in another size.
     */
    private static String read(BufferedImage image) {
        ReaderException last = null;
        for (var size : new double[] {1, 1.5, 0.75, 2}) {
            try {
                return frame(scaled(image, size));
            } catch (ReaderException e) {
                last = e;
            }
        }
        throw new AssertionError("nothing that a camera reads", last);
    }

    private static String frame(BufferedImage image) throws ReaderException {
        var width = image.getWidth();
        var height = image.getHeight();
        var pixels = image.getRGB(0, 0, width, height, null, 0, width);
        var source = new RGBLuminanceSource(width, height, pixels);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(source)),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    private static BufferedImage scaled(BufferedImage image, double size) {
        var width = (int) (image.getWidth() * size);
        var height = (int) (image.getHeight() * size);
        var frame = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var paper = frame.createGraphics();
        paper.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        paper.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        paper.dispose();
        return frame;
    }
}
