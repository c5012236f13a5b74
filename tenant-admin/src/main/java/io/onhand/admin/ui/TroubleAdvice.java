package io.onhand.admin.ui;

import io.onhand.database.Outage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Says on a page of its own what went wrong with a page. */
@ControllerAdvice(basePackages = "io.onhand.admin")
@Order(Ordered.HIGHEST_PRECEDENCE)
class TroubleAdvice {

    private static final Logger log = LoggerFactory.getLogger(TroubleAdvice.class);

    @ExceptionHandler
    ModelAndView refused(PageRefused refused) {
        return trouble(refused.status(), refused.why(), "");
    }

    @ExceptionHandler
    ModelAndView other(Exception thrown, HttpServletRequest request) {
        if (thrown instanceof MethodArgumentTypeMismatchException) {
            return trouble(HttpStatus.BAD_REQUEST, "misread", "");
        }
        if (thrown instanceof ErrorResponse known) {
            return trouble(known.getStatusCode(), "misread", "");
        }
        if (Outage.causes(thrown)) {
            log.warn("The database did not answer {}", request.getRequestURI(), thrown);
            return trouble(HttpStatus.SERVICE_UNAVAILABLE, "outage", "");
        }
        String reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        log.error("Bug {} at {}", reference, request.getRequestURI(), thrown);
        return trouble(HttpStatus.INTERNAL_SERVER_ERROR, "bug", reference);
    }

    private static ModelAndView trouble(HttpStatusCode status, String why, String reference) {
        var page = new ModelAndView("ui/trouble", status);
        page.addObject("why", why);
        page.addObject("reference", reference);
        return page;
    }
}
