package io.onhand.web.api;

import io.onhand.identity.Caller;
import io.onhand.requests.KeptAnswers;
import io.onhand.secrets.Secrets;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.Region;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the header {@code Idempotency-Key} for handlers that take {@link Asked} or {@link
 * AskedPosting}. Before the body is read, so that a body with faults has its answer kept, too.
 */
@Component
class AskedArgument implements HandlerMethodArgumentResolver, HandlerInterceptor {

    static final String HEADER = "Idempotency-Key";

    private static final String ATTRIBUTE = "io.onhand.asked";
    private static final String KEY = "[\\x20-\\x7e]{1,200}";

    private final KeptAnswers answers;
    private final JsonMapper json;

    AskedArgument(KeptAnswers answers, JsonMapper json) {
        this.answers = answers;
        this.json = json;
    }

    /** What is asked, if the handler of this request looks for it. */
    static Optional<Asked> find(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Asked asked
                ? Optional.of(asked)
                : Optional.empty();
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && takes(method, AskedPosting.class)) {
            if (request.getHeader(HEADER) == null) {
                throw new Refusal(
                        ProblemCode.IDEMPOTENCY_KEY_MISSING,
                        "This moves stock: send an Idempotency-Key, and the same one with each"
                                + " repeat.");
            }
            request.setAttribute(ATTRIBUTE, asked(request));
        } else if (handler instanceof HandlerMethod method && takes(method, Asked.class)) {
            request.setAttribute(ATTRIBUTE, asked(request));
        }
        return true;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asked.class
                || parameter.getParameterType() == AskedPosting.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Asked asked = find(request).orElseThrow();
        return parameter.getParameterType() == Asked.class
                ? asked
                : new AskedPosting(
                        asked,
                        Callers.of(request),
                        source(request),
                        Objects.requireNonNull(key(request)));
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == type);
    }

    private Asked asked(HttpServletRequest request) {
        String key = key(request);
        UUID id =
                key == null
                        ? null
                        : Digest.uuid(Secrets.sha256(source(request).value() + "\n" + key));
        return new Asked(answers, json, id, () -> BodyHash.of(request));
    }

    private static @Nullable String key(HttpServletRequest request) {
        String key = request.getHeader(HEADER);
        if (key != null && !key.matches(KEY)) {
            throw new Refusal(
                    ProblemCode.MALFORMED,
                    "An Idempotency-Key has 1 to 200 printable ASCII characters.");
        }
        return key;
    }

    /** The caller at this route; lies in the home region of the tenant. */
    private static SourceId source(HttpServletRequest request) {
        Caller caller = Callers.of(request);
        String route =
                String.join(
                        "\n",
                        "api",
                        caller.actor().type().word(),
                        caller.actor().id(),
                        request.getMethod(),
                        request.getServletPath());
        return new SourceId(
                Region.of(caller.tenant().value()).place(Digest.uuid(Secrets.sha256(route))));
    }
}
