package io.onhand.admin.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds people to the right that a page {@link PageNeeds}, before it sees anything. */
class PageNeedsCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        PageNeeds needs = method.getMethodAnnotation(PageNeeds.class);
        if (needs == null) {
            throw new IllegalStateException(method + " does not say what it needs");
        }
        if (!Visitor.of(request).may(needs.value())) {
            throw PageRefused.forbidden();
        }
        return true;
    }
}
