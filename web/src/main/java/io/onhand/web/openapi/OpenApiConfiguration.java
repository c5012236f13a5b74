package io.onhand.web.openapi;

import io.onhand.identity.Caller;
import io.onhand.web.api.Asked;
import io.onhand.web.api.AskedPosting;
import io.onhand.web.api.Fault;
import io.onhand.web.api.JsonSchemas;
import io.onhand.web.api.Paging;
import io.onhand.web.api.Problem;
import io.onhand.web.security.OidcSettings;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the document says of the API as a whole. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static final String KEY = "api-key";
    static final String TOKEN = "access-token";

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Caller.class, Paging.class, Asked.class, AskedPosting.class);
    }

    @Bean
    JsonSchemas jsonSchemas() {
        return new JsonSchemas();
    }

    @Bean
    OpenAPI openApi(OidcSettings oidc) {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Onhand")
                                .version("1")
                                .description(
                                        "Stock that is right in every location. Every operation"
                                                + " takes an API key, or an access token of a"
                                                + " person; x-onhand-permission is the right"
                                                + " it needs and x-onhand-location where it names"
                                                + " locations."))
                .addSecurityItem(new SecurityRequirement().addList(KEY))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        KEY,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer"))
                                .addSecuritySchemes(
                                        TOKEN,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.OPENIDCONNECT)
                                                .openIdConnectUrl(discovery(oidc))));
    }

    /** Relative where the issuer is this program. */
    private static String discovery(OidcSettings oidc) {
        return oidc.issuer() == null
                ? DISCOVERY
                : oidc.issuer().replaceFirst("/+$", "") + DISCOVERY;
    }

    @Bean
    GlobalOperationCustomizer operations(JsonSchemas schemas) {
        return new OperationDescription(schemas);
    }

    @Bean
    GlobalOpenApiCustomizer schemas(JsonSchemas schemas) {
        return document -> {
            schemas.reference(Problem.class);
            schemas.reference(Fault.class);
            document.getComponents().setSchemas(new LinkedHashMap<String, Schema>(schemas.all()));
        };
    }
}
