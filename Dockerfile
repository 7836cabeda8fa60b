# Ubuntu 24.04, whose C++ runtime is new enough for libtorch as it comes.
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
WORKDIR /src
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY CnnVis.Core/CnnVis.Core.csproj CnnVis.Core/
COPY CnnVis.Web/CnnVis.Web.csproj CnnVis.Web/
RUN dotnet restore CnnVis.Web -r linux-x64
COPY CnnVis.Core CnnVis.Core
COPY CnnVis.Web CnnVis.Web
COPY wwwroot-assets wwwroot-assets
RUN dotnet publish CnnVis.Web -c Release -r linux-x64 --no-self-contained --no-restore -o /app \
    # libtorch's own tests and its bindings for Python are not needed.
    && rm -f /app/libtorch_python.so /app/libjitbackend_test.so /app/libtorchbind_test.so /app/libbackend_with_compiler.so

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# OpenMP, which libtorch computes with.
RUN apt-get update && apt-get install -y --no-install-recommends libgomp1 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
RUN mkdir /data && chown $APP_UID /data
ENV ASPNETCORE_HTTP_PORTS=8080 CnnVis__ModelsDirectory=/models CnnVis__DataDirectory=/data
EXPOSE 8080
VOLUME /models /data
USER $APP_UID
ENTRYPOINT ["dotnet", "CnnVis.Web.dll"]
