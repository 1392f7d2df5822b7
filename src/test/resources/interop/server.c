/* A server with xmlrpc-c's Abyss, on a free port of 127.0.0.1, until its standard input ends.
   It prints its port as the first line. */

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <xmlrpc-c/base.h>
#include <xmlrpc-c/server.h>
#include <xmlrpc-c/server_abyss.h>

static xmlrpc_value *add(xmlrpc_env *env, xmlrpc_value *params, void *server, void *call) {
    xmlrpc_int32 x, y;
    (void)server;
    (void)call;
    xmlrpc_decompose_value(env, params, "(ii)", &x, &y);
    return env->fault_occurred ? NULL : xmlrpc_build_value(env, "i", x + y);
}

static xmlrpc_value *power(xmlrpc_env *env, xmlrpc_value *params, void *server, void *call) {
    xmlrpc_int32 x, y;
    long long result = 1;
    (void)server;
    (void)call;
    xmlrpc_decompose_value(env, params, "(ii)", &x, &y);
    if (env->fault_occurred) return NULL;
    for (; y > 0; y--) result *= x;
    return xmlrpc_build_value(env, "i", (xmlrpc_int32)result);
}

static xmlrpc_value *echo(xmlrpc_env *env, xmlrpc_value *params, void *server, void *call) {
    xmlrpc_value *value = NULL;
    (void)server;
    (void)call;
    xmlrpc_array_read_item(env, params, 0, &value);
    return value;
}

static xmlrpc_value *fail(xmlrpc_env *env, xmlrpc_value *params, void *server, void *call) {
    xmlrpc_int32 code;
    const char *text;
    (void)server;
    (void)call;
    xmlrpc_decompose_value(env, params, "(is)", &code, &text);
    if (env->fault_occurred) return NULL;
    xmlrpc_env_set_fault(env, code, text);
    free((void *)text);
    return NULL;
}

static void *until_input_ends(void *unused) {
    char octet;
    (void)unused;
    while (read(0, &octet, 1) > 0) {
    }
    _exit(0);
}

static void stop_if(int failed, const char *what) {
    if (failed) {
        fprintf(stderr, "%s failed\n", what);
        exit(1);
    }
}

static int listening_socket(void) {
    struct sockaddr_in address;
    socklen_t size = sizeof address;
    int handle = socket(AF_INET, SOCK_STREAM, 0);
    stop_if(handle < 0, "socket");
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    stop_if(bind(handle, (struct sockaddr *)&address, sizeof address) != 0, "bind");
    stop_if(listen(handle, 50) != 0, "listen");
    stop_if(getsockname(handle, (struct sockaddr *)&address, &size) != 0, "getsockname");
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    return handle;
}

static void serve(xmlrpc_env *env, xmlrpc_registry *registry) {
    xmlrpc_server_abyss_parms parms;
    memset(&parms, 0, sizeof parms);
    parms.registryP = registry;
    parms.socket_bound = 1;
    parms.socket_handle = listening_socket();
    xmlrpc_server_abyss(env, &parms, XMLRPC_APSIZE(socket_handle));
}

int main(void) {
    struct xmlrpc_method_info3 methods[] = {
        {.methodName = "add", .methodFunction = add, .signatureString = "i:ii",
         .help = "Adds two numbers."},
        {.methodName = "get_power", .methodFunction = power, .signatureString = "i:ii",
         .help = "Raises a number to a power."},
        {.methodName = "echo", .methodFunction = echo},
        {.methodName = "fail", .methodFunction = fail},
    };
    xmlrpc_env env;
    xmlrpc_registry *registry;
    pthread_t watcher;
    size_t i;

    xmlrpc_env_init(&env);
    registry = xmlrpc_registry_new(&env);
    for (i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        xmlrpc_registry_add_method3(&env, registry, &methods[i]);
    }
    stop_if(env.fault_occurred, "the registry");
    stop_if(pthread_create(&watcher, NULL, until_input_ends, NULL) != 0, "pthread_create");
    serve(&env, registry);
    fprintf(stderr, "%s\n", env.fault_string);
    return 1;
}
