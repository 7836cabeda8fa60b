using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CnnVis.Web.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Blobs",
                columns: table => new
                {
                    Hash = table.Column<string>(nullable: false),
                    Bytes = table.Column<byte[]>(nullable: false),
                    Size = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Blobs", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "Pictures",
                columns: table => new
                {
                    Id = table.Column<string>(nullable: false),
                    UsedAt = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pictures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Runs",
                columns: table => new
                {
                    Id = table.Column<string>(nullable: false),
                    SpecHash = table.Column<string>(nullable: false),
                    Spec = table.Column<string>(nullable: false),
                    Technique = table.Column<string>(nullable: false),
                    Network = table.Column<string>(nullable: true),
                    Layer = table.Column<string>(nullable: true),
                    State = table.Column<int>(nullable: false),
                    Step = table.Column<int>(nullable: false),
                    Total = table.Column<int>(nullable: false),
                    Curves = table.Column<string>(nullable: false),
                    Error = table.Column<string>(nullable: true),
                    Maker = table.Column<string>(nullable: true),
                    CreatedAt = table.Column<long>(nullable: false),
                    EndedAt = table.Column<long>(nullable: true),
                    ExpiresAt = table.Column<long>(nullable: true),
                    Pinned = table.Column<bool>(nullable: false),
                    Public = table.Column<bool>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Runs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Tombstones",
                columns: table => new
                {
                    RunId = table.Column<string>(nullable: false),
                    DeletedAt = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tombstones", x => x.RunId);
                });

            migrationBuilder.CreateTable(
                name: "Frames",
                columns: table => new
                {
                    RunId = table.Column<string>(nullable: false),
                    Step = table.Column<int>(nullable: false),
                    ContentType = table.Column<string>(nullable: false),
                    Words = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Frames", x => new { x.RunId, x.Step });
                    table.ForeignKey(
                        name: "FK_Frames_Runs_RunId",
                        column: x => x.RunId,
                        principalTable: "Runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Parts",
                columns: table => new
                {
                    RunId = table.Column<string>(nullable: false),
                    Step = table.Column<int>(nullable: false),
                    Kind = table.Column<int>(nullable: false),
                    Name = table.Column<string>(nullable: false),
                    Hash = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Parts", x => new { x.RunId, x.Step, x.Kind, x.Name });
                    table.ForeignKey(
                        name: "FK_Parts_Runs_RunId",
                        column: x => x.RunId,
                        principalTable: "Runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Parts_Hash",
                table: "Parts",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_Runs_CreatedAt",
                table: "Runs",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Runs_ExpiresAt",
                table: "Runs",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_Runs_Maker_CreatedAt",
                table: "Runs",
                columns: new[] { "Maker", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Runs_Public_CreatedAt",
                table: "Runs",
                columns: new[] { "Public", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Runs_Public_Technique_Network_Layer",
                table: "Runs",
                columns: new[] { "Public", "Technique", "Network", "Layer" });

            migrationBuilder.CreateIndex(
                name: "IX_Runs_SpecHash_State",
                table: "Runs",
                columns: new[] { "SpecHash", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Runs_State",
                table: "Runs",
                column: "State");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Blobs");

            migrationBuilder.DropTable(
                name: "Frames");

            migrationBuilder.DropTable(
                name: "Parts");

            migrationBuilder.DropTable(
                name: "Pictures");

            migrationBuilder.DropTable(
                name: "Tombstones");

            migrationBuilder.DropTable(
                name: "Runs");
        }
    }
}
