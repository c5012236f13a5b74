package io.onhand.web.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Is there only while the demo is on ({@code ONHAND_DEMO}, on unless it is switched off). */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "onhand.demo", havingValue = "true", matchIfMissing = true)
@interface OnDemo {}
