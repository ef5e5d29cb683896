package org.whitelane.whitelist.events;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.WhitelistEvent;
import org.whitelane.whitelist.core.Amount;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.UnitContent;

final class Articles {

    private Articles() {}

    static WhitelistEvent.Article of(Article article) {
        return new WhitelistEvent.Article(
                article.nameZh(),
                article.nameEn(),
                article.casNumber(),
                article.hsCode(),
                article.specification(),
                new WhitelistEvent.Quantity(article.quantity().amount(), article.quantity().unit()),
                article.manufacturer(),
                article.manufacturerCountry(),
                article.originCountry(),
                article.use(),
                content(article.content()));
    }

    static Article read(WhitelistEvent.Article told) {
        var content = told.content();
        return new Article(
                told.nameZh(),
                told.nameEn(),
                told.casNumber(),
                told.hsCode(),
                told.specification(),
                new Amount(told.quantity().amount(), told.quantity().unit()),
                told.manufacturer(),
                told.manufacturerCountry(),
                told.originCountry(),
                told.use(),
                content == null
                        ? null
                        : new UnitContent(content.amount(), content.unit(), content.per()));
    }

    private static WhitelistEvent.@Nullable UnitContent content(@Nullable UnitContent content) {
        return content == null
                ? null
                : new WhitelistEvent.UnitContent(content.amount(), content.unit(), content.per());
    }
}
