package io.onhand.web.openapi;

import io.onhand.web.api.AskedPosting;
import io.onhand.web.api.JsonSchemas;
import io.onhand.web.api.Page;
import io.onhand.web.api.Paging;
import io.onhand.web.api.Problem;
import io.onhand.web.security.Needs;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;

/** Describes one operation: what it takes, what it answers, and how it refuses. */
class OperationDescription implements GlobalOperationCustomizer {

    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";

    private final JsonSchemas schemas;

    OperationDescription(JsonSchemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Needs needs = method.getMethodAnnotation(Needs.class);
        if (needs != null) {
            operation.addExtension("x-onhand-permission", needs.value().word());
            operation.addExtension("x-onhand-location", needs.location().word());
        }
        var handler = new HandlerFacts(method);
        describeParameters(operation, handler);
        handler.body().ifPresent(body -> operation.setRequestBody(requestBody(body)));
        var responses = new ApiResponses();
        HttpStatus good = handler.status();
        responses.addApiResponse(String.valueOf(good.value()), answer(good, handler));
        for (HttpStatus status : handler.refusals()) {
            responses.addApiResponse(String.valueOf(status.value()), problem(status));
        }
        operation.setResponses(responses);
        return operation;
    }

    private void describeParameters(Operation operation, HandlerFacts handler) {
        if (handler.takes(Paging.class)) {
            operation.addParametersItem(
                    query(
                            "limit",
                            JsonSchemas.of("integer")
                                    .minimum(BigDecimal.ONE)
                                    .maximum(BigDecimal.valueOf(Paging.LIMIT_MAX))));
            operation.addParametersItem(query("cursor", JsonSchemas.of("string")));
        }
        if (handler.takesKey()) {
            operation.addParametersItem(
                    new Parameter()
                            .in("header")
                            .name("Idempotency-Key")
                            .required(handler.takes(AskedPosting.class))
                            .schema(JsonSchemas.of("string").minLength(1).maxLength(200)));
        }
    }

    private static Parameter query(String name, Schema<?> schema) {
        return new Parameter().in("query").name(name).required(false).schema(schema);
    }

    private RequestBody requestBody(HandlerFacts.Body body) {
        return new RequestBody()
                .required(body.required())
                .content(content(JSON, schemas.reference(body.type())));
    }

    private ApiResponse answer(HttpStatus status, HandlerFacts handler) {
        var response = new ApiResponse().description(status.getReasonPhrase());
        Schema<?> schema = schema(handler.answer());
        if (schema != null) {
            response.content(content(JSON, schema));
        }
        if (status == HttpStatus.CREATED) {
            response.addHeaderObject("Location", header("Where it can be read"));
        }
        if (handler.takesKey()) {
            response.addHeaderObject(
                    "Idempotency-Replayed", header("true if it was answered before"));
        }
        return response;
    }

    private @Nullable Schema<?> schema(ResolvableType type) {
        Class<?> raw = type.toClass();
        if (raw == Page.class) {
            return schemas.page(type.getGeneric(0).toClass());
        }
        return raw.isRecord() ? schemas.reference(raw) : null;
    }

    private ApiResponse problem(HttpStatus status) {
        var response =
                new ApiResponse()
                        .description(status.getReasonPhrase())
                        .content(content(PROBLEM_JSON, schemas.reference(Problem.class)));
        return switch (status) {
            case TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE ->
                    header(response, "Retry-After", "Seconds to wait");
            case UNAUTHORIZED -> header(response, "WWW-Authenticate", "How to prove who asks");
            default -> response;
        };
    }

    private static ApiResponse header(ApiResponse response, String name, String description) {
        response.addHeaderObject(name, header(description));
        return response;
    }

    private static Header header(String description) {
        return new Header().description(description).schema(JsonSchemas.of("string"));
    }

    private static Content content(String type, Schema<?> schema) {
        return new Content().addMediaType(type, new MediaType().schema(schema));
    }
}
