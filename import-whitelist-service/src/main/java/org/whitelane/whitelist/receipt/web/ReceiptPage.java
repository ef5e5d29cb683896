package org.whitelane.whitelist.receipt.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.receipt.ReceiptClaims;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A receipt for paper: one page that needs nothing else, in both languages of the goods' papers.
 */
final class ReceiptPage {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><title>%1$s</title><style>
            @page { size: A4; margin: 20mm }
            body { font: 11pt/1.5 sans-serif; margin: 0 auto; max-width: 170mm }
            svg { width: 75mm; height: 75mm; display: block; margin: 4mm 0 }
            th { text-align: left; font-weight: normal; color: #555; padding-right: 8mm; vertical-align: top }
            </style></head><body><h1>%1$s</h1><table>
            %2$s</table>
            %3$s
            <p>%4$s</p></body></html>
            """;

    private static final String ADVICE =
            "离线验证：扫描二维码得到签名凭据，用公开密钥验证签名，并查阅签名的状态列表。"
                    + " Scan the code, check the signature with the published keys, then look its"
                    + " place up in the signed status list.";

    private ReceiptPage() {}

    static String of(ReceiptClaims claims, QrCode code) {
        var rows = new StringBuilder();
        row(rows, "单位 Unit", claims.unit());
        row(rows, "品名 Article", claims.art().zh() + " / " + claims.art().en());
        row(rows, "CAS", claims.art().cas());
        row(rows, "规格 Specification", claims.art().spec());
        row(rows, "商品编码 HS code", claims.hs());
        row(rows, "核定数量 Approved quantity", quantity(claims));
        row(rows, "每瓶（件）含量 Content of each", each(claims.each()));
        row(rows, "免交单证 Waived documents", String.join(", ", claims.docs()));
        row(rows, "口岸海关 Customs offices", offices(claims.offices()));
        row(rows, "有效期 Valid", time(claims.nbf()) + " – " + time(claims.exp()));
        row(rows, "签发 Issued", "%s (%d)".formatted(time(claims.iat()), claims.ver()));
        return PAGE.formatted(HtmlUtils.htmlEscape(claims.sub()), rows, code.svg(), ADVICE);
    }

    private static void row(StringBuilder rows, String name, @Nullable String value) {
        if (value != null) {
            rows.append("<tr><th>%s</th><td>%s</td></tr>\n".formatted(name, escaped(value)));
        }
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String quantity(ReceiptClaims claims) {
        var quota = claims.quota();
        return claims.qty() + " " + claims.uom() + (quota == null ? "" : " (" + quota + ")");
    }

    private static @Nullable String each(ReceiptClaims.@Nullable Each each) {
        return each == null ? null : "%s %s per %s".formatted(each.qty(), each.uom(), each.per());
    }

    private static @Nullable String offices(@Nullable List<String> offices) {
        return offices == null ? null : String.join(", ", offices);
    }

    /** Midnight of the day after the last is its 24:00; in China's time, as the law counts. */
    private static String time(long seconds) {
        return MINUTE.format(Instant.ofEpochSecond(seconds).atZone(LegalDays.ZONE));
    }
}
