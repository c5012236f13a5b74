package io.onhand.admin.views;

import io.onhand.admin.ui.PageNeeds;
import io.onhand.admin.ui.PageRefused;
import io.onhand.admin.ui.Visitor;
import io.onhand.identity.Permission;
import io.onhand.views.SavedView;
import io.onhand.views.SavedViews;
import io.onhand.views.Saving;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saves and deletes views of lists. */
@Controller
class SavedViewPageController {

    /** What a page puts there: names, values, and bytes in hexadecimal. */
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9%=&.~_:@/!$'()*,;-]*");

    private final SavedViews views;

    SavedViewPageController(SavedViews views) {
        this.views = views;
    }

    /**
     * Keeps the filters of a list under a name.
     *
     * @param query the filters as they stand in the address
     */
    @PostMapping("/app/views")
    @PageNeeds(Permission.READ_STOCK)
    String save(
            @RequestParam String page,
            @RequestParam String name,
            @RequestParam String query,
            Visitor visitor) {
        var list = list(page, visitor);
        if (!QUERY.matcher(query).matches()) {
            throw PageRefused.misread();
        }
        return switch (views.save(ViewBar.person(visitor), list.word(), name.strip(), query)) {
            case Saving.Saved(SavedView view) -> to(list, view.query());
            case Saving.NameTaken() -> to(list, query + "&unsaved=taken");
            case Saving.TooMany() -> to(list, query + "&unsaved=many");
            case Saving.Unfit() -> to(list, query + "&unsaved=unfit");
        };
    }

    /** Forgets a view. */
    @PostMapping("/app/views/{id}/deletion")
    @PageNeeds(Permission.READ_STOCK)
    String delete(@PathVariable UUID id, @RequestParam String page, Visitor visitor) {
        var list = list(page, visitor);
        return views.delete(ViewBar.person(visitor), list.word(), id)
                .map(gone -> to(list, gone.query()))
                .orElseThrow(PageRefused::nothingThere);
    }

    private static ListPage list(String word, Visitor visitor) {
        var list = ListPage.ofWord(word);
        if (!visitor.may(list.needs())) {
            throw PageRefused.forbidden();
        }
        return list;
    }

    private static String to(ListPage list, String query) {
        // braces would be read as variables, and a view's filters never hold them unencoded
        return "redirect:" + list.path() + "?" + query;
    }
}
