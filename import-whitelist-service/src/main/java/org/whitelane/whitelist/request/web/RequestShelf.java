package org.whitelane.whitelist.request.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.whitelist.request.RequestPages;
import org.whitelane.whitelist.request.RequestPages.Filter;
import org.whitelane.whitelist.web.Edge;

import java.util.List;
import java.util.UUID;

/** Pages of requests, each with the cursor to the next. */
@Component
class RequestShelf {

    private final RequestPages pages;
    private final Cursors cursors;

    RequestShelf(RequestPages pages, Cursors cursors) {
        this.pages = pages;
        this.cursors = cursors;
    }

    Page<RequestView.Line> list(Filter filter, Paging paging, Caller caller) {
        var scope =
                "requests %s %s %s"
                        .formatted(caller.subject(), said(filter.status()), said(filter.unit()));
        var cursor = paging.cursor();
        var after =
                cursor == null ? null : UUID.fromString(cursors.decode(scope, cursor).getFirst());
        return Page.of(
                pages.page(Edge.officer(caller), filter, after, paging.fetch()),
                paging,
                RequestView.Line::of,
                last -> cursors.encode(scope, List.of(last.id().toString())));
    }

    private static Object said(@Nullable Object filter) {
        return filter == null ? "" : filter;
    }
}
