package org.whitelane.whitelist.receipt.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.whitelane.whitelist.support.Scanner;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;

import javax.imageio.ImageIO;

class QrCodeTests {

    /** As long as a receipt is, and as irregular. */
    private static final String LONG = irregular(950);

    private static String irregular(int length) {
        var bytes = new byte[length * 3 / 4];
        new Random(1).nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void aCameraReadsBothPictures() throws IOException {
        var code = QrCode.of(LONG);
        assertThat(Scanner.read(code.png())).isEqualTo(LONG);
        assertThat(code.svg()).startsWith("<svg ").endsWith("</svg>").contains("viewBox=\"0 0 ");
        assertThat(Scanner.readSvg(code.svg())).isEqualTo(LONG);
    }

    /** A stamp over a corner of the field: 3% of its area. */
    @Test
    void aStampOnItDoesNoHarm() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(QrCode.of(LONG).png()));
        var stamp = image.getWidth() * 17 / 100;
        var middle = image.getWidth() / 2;
        for (var x = 0; x < stamp; x++) {
            for (var y = 0; y < stamp; y++) {
                image.setRGB(middle + x, middle + y, 0);
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        assertThat(Scanner.read(out.toByteArray())).isEqualTo(LONG);
    }

    @Test
    void whatFitsNoCodeIsRefused() {
        assertThat(QrCode.of("x".repeat(2900)).svg()).isNotEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> QrCode.of("x".repeat(3000)));
    }
}
