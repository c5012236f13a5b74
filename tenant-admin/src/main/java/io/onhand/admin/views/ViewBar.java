package io.onhand.admin.views;

import io.onhand.admin.ui.Visitor;
import io.onhand.identity.PersonId;
import io.onhand.views.SavedView;
import io.onhand.views.SavedViews;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What stands above a list about the views that its visitor saved. */
@Component("viewBar")
public class ViewBar {

    private static final List<String> TROUBLES = List.of("taken", "many", "unfit");

    private final SavedViews views;
    private final HttpServletRequest request;

    /**
     * @param request the one that is answered
     */
    ViewBar(SavedViews views, HttpServletRequest request) {
        this.views = views;
        this.request = request;
    }

    /**
     * The bar of one answer.
     *
     * @param page the word of the page
     * @param query the filters that the answer is about
     * @param tabs the views
     * @param current the one whose filters are these, or null
     * @param trouble the last part of the message that says why a view was not saved, or empty
     */
    public record Bar(
            String page, String query, List<Tab> tabs, @Nullable Tab current, String trouble) {

        /** Whether there is something to save: filters that no view has. */
        public boolean isSavable() {
            return !query.isEmpty() && current == null;
        }
    }

    /** A view and where it leads. */
    public record Tab(String id, String name, String href, boolean here) {}

    /** The bar of a page, for the request that is answered. */
    public Bar of(String word) {
        var page = ListPage.ofWord(word);
        String query = query(page);
        var tabs =
                views.of(person(Visitor.of(request)), page.word()).stream()
                        .map(view -> tab(view, page, query))
                        .toList();
        String trouble = given("unsaved");
        return new Bar(
                page.word(),
                query,
                tabs,
                tabs.stream().filter(Tab::here).findFirst().orElse(null),
                TROUBLES.contains(trouble) ? trouble : "");
    }

    static PersonId person(Visitor visitor) {
        return PersonId.parse(visitor.caller().actor().id());
    }

    private static Tab tab(SavedView view, ListPage page, String query) {
        return new Tab(
                view.id().toString(),
                view.name(),
                page.path() + "?" + view.query(),
                view.query().equals(query));
    }

    private String query(ListPage page) {
        var address = UriComponentsBuilder.newInstance();
        for (String filter : page.filters()) {
            String value = given(filter).strip();
            if (!value.isEmpty()) {
                address.queryParam(filter, value);
            }
        }
        String query = address.build().encode().getQuery();
        return query == null ? "" : query.replace("+", "%2B");
    }

    private String given(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
