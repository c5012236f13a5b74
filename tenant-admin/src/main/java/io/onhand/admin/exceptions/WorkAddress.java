package io.onhand.admin.exceptions;

import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The address of the list of exceptions, with what is picked and chosen on it.
 *
 * @param state {@code open}, {@code mine} or {@code closed}
 * @param kind the word of the only kind that is listed; empty for all
 * @param picked the ids of the exceptions that are shown beside the list
 */
public record WorkAddress(String state, String kind, List<String> picked) {

    static final String PATH = "/app/exceptions";

    /** Of the list alone, from a place on. */
    String list(String after) {
        return base(List.of()).queryParam("after", "{after}").build(after).toString();
    }

    /** Of the list with one exception beside it. */
    public String one(String id) {
        return base(List.of(id)).fragment("settle").build().toUriString();
    }

    /** Of the same with a way to settle. */
    String way(String word) {
        return base(picked).queryParam("do", word).fragment("settle").build().toUriString();
    }

    /** Of the same with a variant that the unknown name means. */
    String variant(String question, String sku) {
        return base(picked)
                .queryParam("do", "map-variant")
                .queryParam("q", "{q}")
                .queryParam("sku", "{sku}")
                .fragment("settle")
                .build(question, sku)
                .toString();
    }

    /** Of the same with a location that the unknown name means. */
    String place(String code) {
        return base(picked)
                .queryParam("do", "map-location")
                .queryParam("location", "{location}")
                .fragment("settle")
                .build(code)
                .toString();
    }

    /** Of the same with what was typed as what is on the shelf. */
    String counted(String typed) {
        return base(picked)
                .queryParam("do", "count-it")
                .queryParam("counted", "{counted}")
                .fragment("settle")
                .build(typed)
                .toString();
    }

    private UriComponentsBuilder base(List<String> ids) {
        var address = UriComponentsBuilder.fromPath(PATH).queryParam("state", state);
        if (!kind.isEmpty()) {
            address.queryParam("kind", kind);
        }
        ids.forEach(id -> address.queryParam("id", id));
        return address;
    }
}
