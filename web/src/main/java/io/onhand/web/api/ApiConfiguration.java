package io.onhand.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.onhand.measure.Quantity;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Tells Spring MVC how the API reads and writes. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    private final Cursors cursors;
    private final AskedArgument asked;

    ApiConfiguration(Cursors cursors, AskedArgument asked) {
        this.cursors = cursors;
        this.asked = asked;
    }

    @Bean
    static JsonMapperBuilderCustomizer answersInJson() {
        var exact = new SimpleModule("onhand");
        exact.addSerializer(Quantity.class, ToStringSerializer.instance);
        return builder ->
                builder.addModule(exact)
                        .changeDefaultPropertyInclusion(
                                all -> all.withValueInclusion(JsonInclude.Include.NON_NULL));
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(new BodyConverter());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Callers());
        resolvers.add(new PagingArgument(cursors));
        resolvers.add(asked);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new QueryCheck()).addPathPatterns("/api/v1/**", "/demo/clock");
        registry.addInterceptor(new MediaTypeCheck()).addPathPatterns("/api/v1/**", "/demo/clock");
        registry.addInterceptor(asked).addPathPatterns("/api/v1/**");
    }
}
