package io.onhand.web.api;

import io.onhand.identity.Caller;
import io.onhand.identity.LocationLimit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers of lists their {@link Paging}. */
class PagingArgument implements HandlerMethodArgumentResolver {

    private final Cursors cursors;

    PagingArgument(Cursors cursors) {
        this.cursors = cursors;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Paging resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Query query = Query.of(request);
        String list = list(request, query, Callers.of(request));
        String cursor = query.get("cursor");
        return new Paging(
                cursors,
                list,
                limit(query.get("limit")),
                cursor == null ? List.of() : cursors.open(list, cursor));
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return Paging.LIMIT_DEFAULT;
        }
        if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > Paging.LIMIT_MAX) {
            throw Query.malformed("limit is a whole number, 1 to " + Paging.LIMIT_MAX + ".");
        }
        return Integer.parseInt(text);
    }

    /** What a cursor is bound to: tenant, path, filters and the caller's locations. */
    private static String list(HttpServletRequest request, Query query, Caller caller) {
        var filters = new TreeMap<>(query.values());
        filters.remove("cursor");
        filters.remove("limit");
        return String.join(
                "\n",
                caller.tenant().toString(),
                request.getRequestURI(),
                filters.toString(),
                locations(caller.limit()));
    }

    private static String locations(LocationLimit limit) {
        return switch (limit) {
            case LocationLimit.Everywhere() -> "everywhere";
            case LocationLimit.Only(var locations) ->
                    locations.stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(","));
        };
    }
}
