package org.whitelane.whitelist.request;

import org.whitelane.whitelist.core.Article;

import java.util.List;

/**
 * An article that was recognised: what a batch publishes.
 *
 * @param place in the request, from 0
 * @param conditions under which it was recognised
 */
public record RecognisedItem(int place, Article article, List<String> conditions) {

    public RecognisedItem {
        conditions = List.copyOf(conditions);
    }
}
