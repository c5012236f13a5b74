package io.onhand.web.openapi;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_ACCEPTABLE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import io.onhand.web.api.Answer;
import io.onhand.web.api.Asked;
import io.onhand.web.api.AskedPosting;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;

/** What a handler's signature says about its operation. */
class HandlerFacts {

    private final HandlerMethod method;

    HandlerFacts(HandlerMethod method) {
        this.method = method;
    }

    /** The body that a handler reads. */
    record Body(Class<?> type, boolean required) {}

    boolean takes(Class<?> type) {
        return parameters().anyMatch(parameter -> parameter.getParameterType() == type);
    }

    boolean takesKey() {
        return takes(Asked.class) || takes(AskedPosting.class);
    }

    Optional<Body> body() {
        return parameters().flatMap(HandlerFacts::body).findFirst();
    }

    private static Stream<Body> body(MethodParameter parameter) {
        RequestBody body = parameter.getParameterAnnotation(RequestBody.class);
        return body == null
                ? Stream.of()
                : Stream.of(new Body(parameter.getParameterType(), body.required()));
    }

    /** What it answers, without the wrapping. */
    ResolvableType answer() {
        ResolvableType type = ResolvableType.forMethodReturnType(method.getMethod());
        return isAnswer() ? type.getGeneric(0) : type;
    }

    HttpStatus status() {
        ResponseStatus declared = method.getMethodAnnotation(ResponseStatus.class);
        if (declared != null) {
            return declared.code();
        }
        return isAnswer() ? HttpStatus.CREATED : HttpStatus.OK;
    }

    /** Every status with which it may refuse. */
    Set<HttpStatus> refusals() {
        var statuses =
                EnumSet.of(
                        BAD_REQUEST,
                        UNAUTHORIZED,
                        FORBIDDEN,
                        NOT_ACCEPTABLE,
                        TOO_MANY_REQUESTS,
                        SERVICE_UNAVAILABLE);
        if (namesSomething()) {
            statuses.add(NOT_FOUND);
        }
        if (body().isPresent()) {
            statuses.addAll(
                    Set.of(CONTENT_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, UNPROCESSABLE_CONTENT));
        }
        if (takesKey()) {
            statuses.addAll(Set.of(CONFLICT, UNPROCESSABLE_CONTENT));
        }
        return statuses;
    }

    /** Whether its path, or a part of the query that must be there, names one thing. */
    private boolean namesSomething() {
        return parameters()
                .anyMatch(
                        parameter ->
                                parameter.hasParameterAnnotation(PathVariable.class)
                                        || isRequired(parameter));
    }

    private static boolean isRequired(MethodParameter parameter) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        return query != null && query.required();
    }

    private boolean isAnswer() {
        return method.getMethod().getReturnType() == Answer.class;
    }

    private Stream<MethodParameter> parameters() {
        return Arrays.stream(method.getMethodParameters());
    }
}
