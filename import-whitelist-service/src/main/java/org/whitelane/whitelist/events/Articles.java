package org.whitelane.whitelist.events;

import org.whitelane.events.WhitelistEvent;
import org.whitelane.whitelist.core.Article;

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
                article.use());
    }
}
