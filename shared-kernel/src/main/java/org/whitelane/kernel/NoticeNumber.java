package org.whitelane.kernel;

import java.util.regex.Pattern;

/** Number of a clinical-trial approval notice (药物临床试验批准通知书), e.g. 2022LP00550. */
public record NoticeNumber(String value) {

    private static final Pattern FORMAT = Pattern.compile("20\\d{2}LP\\d{5}");

    public NoticeNumber {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Notice number %s should be a year from 2000 to 2099, LP and five digits, such as 2022LP00550"
                            .formatted(Shown.of(value)));
        }
    }

    public static NoticeNumber parse(String text) {
        return new NoticeNumber(text);
    }

    public int year() {
        return Integer.parseInt(value.substring(0, 4));
    }

    @Override
    public String toString() {
        return value;
    }
}
