package io.onhand.web.api;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Writes an {@link Answer} as status, headers and body. */
@RestControllerAdvice
class AnswerAdvice implements ResponseBodyAdvice<Object> {

    static final String REPLAYED = "Idempotency-Replayed";

    @Override
    public boolean supports(
            MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return Answer.class.isAssignableFrom(method.getParameterType());
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        return body instanceof Answer<?> answer ? write(answer, response) : body;
    }

    private static @Nullable Object write(Answer<?> answer, ServerHttpResponse response) {
        return switch (answer) {
            case Answer.Made<?>(var status, var location, var body, var replayed) -> {
                head(response, status, location, replayed);
                yield body;
            }
            case Answer.Kept<?>(var status, var location, var body) -> {
                head(response, status, location, true);
                yield body;
            }
        };
    }

    private static void head(
            ServerHttpResponse response, int status, @Nullable URI location, boolean replayed) {
        response.setStatusCode(HttpStatusCode.valueOf(status));
        if (location != null) {
            response.getHeaders().setLocation(location);
        }
        if (replayed) {
            response.getHeaders().set(REPLAYED, "true");
        }
    }
}
