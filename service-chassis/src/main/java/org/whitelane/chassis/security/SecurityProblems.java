package org.whitelane.chassis.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.ExpressionAuthorizationDecision;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.whitelane.chassis.web.Problem;
import org.whitelane.chassis.web.ProblemWriter;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** 401 and 403 as problems. */
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter writer;

    SecurityProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refusal)
            throws IOException {
        var problem =
                switch (refusal) {
                    case TokenRefused refused -> refused.problem();
                    case InsufficientAuthenticationException e -> TokenRefused.missing();
                    default ->
                            TokenRefused.invalid("The Authorization header holds no usable token.")
                                    .problem();
                };
        if (problem.status().value() == HttpServletResponse.SC_UNAUTHORIZED) {
            var missing = problem.code().equals("token-missing");
            response.setHeader(
                    "WWW-Authenticate", missing ? "Bearer" : "Bearer error=\"invalid_token\"");
        }
        writer.write(request, response, problem);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        writer.write(request, response, Problem.forbidden("role-missing", detail(denied)));
    }

    /** The rule is public knowledge: it stands in the API's description. */
    static String detail(AccessDeniedException denied) {
        if (denied instanceof AuthorizationDeniedException refused
                && refused.getAuthorizationResult()
                        instanceof ExpressionAuthorizationDecision decision) {
            var expression = decision.getExpression().getExpressionString();
            var roles =
                    Arrays.stream(Role.values())
                            .map(Role::name)
                            .filter(name -> expression.contains("'" + name + "'"))
                            .collect(Collectors.joining(", "));
            if (!roles.isEmpty()) {
                return "This needs one of the roles: %s.".formatted(roles);
            }
        }
        return "The caller's roles do not allow this.";
    }
}
